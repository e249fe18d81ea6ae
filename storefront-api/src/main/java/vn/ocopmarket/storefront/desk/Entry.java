package vn.ocopmarket.storefront.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote into one of a page's forms, and why it was refused; pages show both again beside the fields.
 *
 * @param form which of them; empty when nothing was sent yet
 */
public record Entry(String form, Map<String, String> said, Reply.@Nullable Refused<?> refused) {

    public static final Entry NONE = new Entry("", Map.of(), null);

    public Entry {
        said = Map.copyOf(said);
    }

    /** What was written there, or else what the field begins with. */
    public @Nullable String value(String of, String field, @Nullable Object otherwise) {
        return of.equals(form) && said.containsKey(field)
                ? said.get(field)
                : otherwise == null ? null : otherwise.toString();
    }

    /** What is wrong with the field, or null. */
    public @Nullable String error(String of, String field) {
        return of.equals(form) && refused != null ? refused.error(field) : null;
    }

    /** Whether this form was sent last. */
    public boolean isOf(String of) {
        return of.equals(form);
    }

    /** Of the page that shows it. */
    public int status() {
        return refused == null ? 200 : refused.status();
    }
}
