package vn.ocopmarket.storefront.trace.web;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of links we have for an item, by their names in GS1's vocabulary. */
enum LinkType {
    PIP("pip"),
    CERTIFICATION("certificationInfo"),
    TRACEABILITY("traceability"),
    RECALL("recallStatus");

    private static final String VOCABULARY = "https://ref.gs1.org/voc/";
    private static final String OLD_VOCABULARY = "https://gs1.org/voc/";

    static final String DEFAULT = VOCABULARY + "defaultLink";

    private final String word;

    LinkType(String word) {
        this.word = word;
    }

    String uri() {
        return VOCABULARY + word;
    }

    /** As in a query: {@code gs1:pip}, or the whole address. */
    static Optional<LinkType> of(String asked) {
        return Arrays.stream(values())
                .filter(type -> asked.equals("gs1:" + type.word)
                        || asked.equals(type.uri())
                        || asked.equals(OLD_VOCABULARY + type.word))
                .findFirst();
    }
}
