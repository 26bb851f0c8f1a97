package vitrine.data;

import vitrine.provenance.DataFingerprint;

/** The fingerprint of what is known about products or users: ids in order, then every attribute by name with its values. */
public final class CatalogFingerprint {
    private static final String FORMAT = "vitrine-catalog-1";

    private CatalogFingerprint() {}

    /** @return SHA-256 as 64 lower-case hex digits; the order of the attributes does not matter */
    public static String of(Catalog catalog) {
        return DataFingerprint.sha256(digest -> {
            LogFingerprint.text(digest, FORMAT);
            LogFingerprint.ids(digest, catalog.ids());
            catalog.attributes().stream().sorted().forEach(name -> {
                LogFingerprint.text(digest, name);
                for (int index = 0; index < catalog.ids().size(); index++) {
                    LogFingerprint.text(digest, catalog.attribute(index, name).orElse(""));
                }
            });
        });
    }
}
