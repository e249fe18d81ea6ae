package vn.ocopmarket.contract.gs1;

/** What came of reading a text as a GS1 Digital Link. */
public sealed interface DigitalLinkReading {

    /**
     * It is one.
     *
     * @param canonical whether it was written as the standard wants it; a convenient form is better led to the canonical one
     */
    record Read(DigitalLink link, boolean canonical) implements DigitalLinkReading {}

    /**
     * It is none.
     *
     * @param part the piece of the text that is wrong
     */
    record Refused(Reason reason, String part) implements DigitalLinkReading {}

    /** Why a text is no Digital Link that names a trade item. */
    enum Reason {
        NO_GTIN,
        GTIN_LENGTH,
        GTIN_DIGITS,
        GTIN_CHECK_DIGIT,
        VALUE_MISSING,
        VALUE_TOO_LONG,
        VALUE_CHARACTERS,
        PERCENT_ENCODING,
        UNKNOWN_QUALIFIER,
        QUALIFIER_TWICE,
        QUALIFIER_ORDER,
        QUALIFIER_IN_QUERY,
        UNKNOWN_ATTRIBUTE,
        ATTRIBUTE_TWICE,
        ATTRIBUTE_VALUE
    }
}
