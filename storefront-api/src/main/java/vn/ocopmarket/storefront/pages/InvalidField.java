package vn.ocopmarket.storefront.pages;

/**
 * One wrong field of a request, as listed in the {@code errors} of an {@code invalid-request} problem.
 *
 * @param message in the reader's language
 */
public record InvalidField(String field, String message) {

    /** The last name of a path such as {@code sections[2].pictures[0].alt}; empty when it is about all of the request. */
    public String name() {
        var path = field.replaceAll("\\[\\d*]", "");
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
