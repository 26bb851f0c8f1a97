package vitrine.action;

import vitrine.data.Catalog;
import vitrine.data.ingest.ReadResult;

/** What is known of the users and items of a log. */
record Catalogs(Catalog users, Catalog items) {
    static Catalogs of(ReadResult read) {
        return new Catalogs(read.users(), read.items());
    }
}
