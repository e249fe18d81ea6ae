package vn.ocopmarket.stripesimulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;

/** Fills the page's template. */
final class PageText {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z.]+)}}");
    private static final Pattern SECTION = Pattern.compile("(?s)<!--if (\\w+)-->(.*?)<!--end-->");
    private static final String TEMPLATE = resource("page.html");
    private static final String CSS = resource("page.css");

    private PageText() {}

    static String css() {
        return CSS;
    }

    static String plain(String message) {
        return "<!doctype html><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><p>"
                + escape(message);
    }

    static String render(ObjectNode session, ResourceBundle words, String problem) {
        var values = new HashMap<String, String>();
        words.keySet().forEach(key -> values.put(key, words.getString(key)));
        values.put(
                "amount", "%,d".formatted(session.path("amount_total").asLong()).replace(',', '.') + " ₫");
        values.put("description", Json.text(session, "_description"));
        values.put("cancelUrl", Json.text(session, "cancel_url"));
        values.put(
                "successUrl",
                Json.text(session, "success_url").replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id")));
        values.put("problem", problem.isEmpty() ? "" : words.getString("problem." + problem));
        var sections = Map.of(
                "problem", !problem.isEmpty(),
                "open", CheckoutSessions.isOpen(session),
                "paid", Json.text(session, "payment_status").equals("paid"),
                "expired", Json.text(session, "status").equals("expired"),
                "cancel", !Json.text(session, "cancel_url").isEmpty());
        var chosen = SECTION.matcher(TEMPLATE)
                .replaceAll(found ->
                        Matcher.quoteReplacement(sections.getOrDefault(found.group(1), false) ? found.group(2) : ""));
        return PLACE.matcher(chosen)
                .replaceAll(found -> Matcher.quoteReplacement(escape(values.getOrDefault(found.group(1), ""))));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(PageText.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
