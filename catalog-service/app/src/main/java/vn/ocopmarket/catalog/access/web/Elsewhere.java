package vn.ocopmarket.catalog.access.web;

/** What someone with the right role hears who asks about what is another's. */
enum Elsewhere {
    /** The request names nothing that is anybody's. */
    NOTHING("–"),
    /** That they may not: everybody knows that it exists. */
    TOLD("403"),
    /** Not even that it exists. */
    HIDDEN("404"),
    /** A list without it. */
    LEFT_OUT("left out");

    private final String words;

    Elsewhere(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
