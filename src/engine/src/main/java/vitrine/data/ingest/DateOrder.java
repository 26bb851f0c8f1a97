package vitrine.data.ingest;

/** Which of the two first numbers of a date with slashes is the day. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
