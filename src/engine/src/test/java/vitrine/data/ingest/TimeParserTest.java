package vitrine.data.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {
    private final TimeParser dayFirst = new TimeParser(DateOrder.DAY_FIRST);
    private final TimeParser monthFirst = new TimeParser(DateOrder.MONTH_FIRST);

    @ParameterizedTest
    @CsvSource({
        "2011-01-31,                     2011-01-31T00:00:00Z",
        "2010-12-01 08:26,               2010-12-01T08:26:00Z",
        "2010-12-01 8:26:07,             2010-12-01T08:26:07Z",
        "2010-12-01T08:26:07.5,          2010-12-01T08:26:07.500Z",
        "2010-12-01T08:26:07.123456789Z, 2010-12-01T08:26:07.123Z",
        "2010-12-01T08:26:07+02:00,      2010-12-01T06:26:07Z",
        "2010-12-01 08:26:07 -0530,      2010-12-01T13:56:07Z",
        "2010-12-01T08:26:07+08,         2010-12-01T00:26:07Z",
        "2014-12-08 18,                  2014-12-08T18:00:00Z",
        "2014/3/8 18:05,                 2014-03-08T18:05:00Z",
        "31/01/2011,                     2011-01-31T00:00:00Z",
        "1/2/2011 7:05,                  2011-02-01T07:05:00Z",
        "27-05-2015,                     2015-05-27T00:00:00Z",
        "27.05.2015,                     2015-05-27T00:00:00Z",
        "' 2011-01-31 ',                 2011-01-31T00:00:00Z",
        "881250949,                      1997-12-04T15:55:49Z",
        "881250949.0,                    1997-12-04T15:55:49Z",
        "1659304800025,                  2022-07-31T22:00:00.025Z",
        "1659304800025000,               2022-07-31T22:00:00.025Z",
        "0,                              1970-01-01T00:00:00Z",
    })
    void readsWhatShopsWrite(String text, String expected) {
        assertEquals(Instant.parse(expected), Instant.ofEpochMilli(dayFirst.parse(text)));
    }

    @Test
    void readsMonthFirstWhenTold() {
        assertEquals(Instant.parse("2010-12-31T08:26:00Z"), Instant.ofEpochMilli(monthFirst.parse("12/31/2010 8:26")));
        assertEquals(TimeParser.UNPARSABLE, monthFirst.parse("31/12/2010"));
        assertEquals(Instant.parse("2010-12-31T00:00:00Z"), Instant.ofEpochMilli(monthFirst.parse("31-12-2010")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2011-02-29",
                "2011-13-01",
                "2011-00-10",
                "2011-01-00",
                "31/02/2011",
                "2011-01",
                "2011-01-31x",
                "2011-01-31 25:00",
                "2011-01-31 10:61",
                "2011-01-31 10:00:61",
                "2011-01-31 10:00:00.",
                "2011-01-31 10:00:00 CET",
                "2011-01-31T10:00+19:00",
                "1/2/11",
                "2011/1/2/3",
                "-5",
                "123456789012345678",
                "12345.",
                "12345.x",
                "14-Mar-14",
                "2011-01/31",
                "2011-01-31 :",
                "2011-01-31 10:",
                "2011-01-31 10:00+"
            })
    void refusesWhatIsNoTime(String text) {
        assertEquals(TimeParser.UNPARSABLE, dayFirst.parse(text));
    }

    @Test
    void agreesWithTheCalendarOnEveryDay() {
        LocalDate day = LocalDate.of(1896, 1, 1);
        for (; day.getYear() < 2105; day = day.plusDays(1)) {
            assertEquals(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(), dayFirst.parse(day.toString()));
        }
    }

    @Test
    void evidenceDecidesTheOrderOfSlashes() {
        assertEquals(DateOrder.DAY_FIRST, scan("1/2/2011", "3/4/2011"));
        assertEquals(DateOrder.MONTH_FIRST, scan("1/2/2011", " 12/31/2011 8:26"));
        assertEquals(DateOrder.DAY_FIRST, scan("12/31/2011", "31/12/2011"));
        assertEquals(
                DateOrder.DAY_FIRST, scan("2011/12/31", "12-31-2011", "", "x", "13", "13/", "1/99/2011", "123/1/1"));
    }

    private static DateOrder scan(String... cells) {
        DateOrderScan scan = new DateOrderScan();
        for (String cell : cells) {
            byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
            scan.see(bytes, 0, bytes.length);
        }
        return scan.order();
    }

    @Test
    void recognisesAColumnOfTimes() {
        assertTrue(looksLikeTimes("2011-01-01", "", "2011-01-02 10:00"));
        assertTrue(looksLikeTimes("1659304800"));
        assertTrue(looksLikeTimes("12/31/2011", "1/2/2011"));
        assertFalse(looksLikeTimes("17", "18"));
        assertFalse(looksLikeTimes("2011-01-01", "never"));
        assertFalse(looksLikeTimes("", ""));
    }

    private static boolean looksLikeTimes(String... cells) {
        return TimeParser.looksLikeTimes(
                List.of(cells).stream().map(cell -> new String[] {cell}).toList(), 0);
    }
}
