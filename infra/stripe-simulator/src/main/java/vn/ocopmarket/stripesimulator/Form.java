package vn.ocopmarket.stripesimulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ocopmarket.stripesimulator.ledger.Json;
import vn.ocopmarket.stripesimulator.ledger.StripeError;

/** Reads form-encoded parameters such as {@code line_items[0][price_data][currency]=vnd} into a tree of texts. */
final class Form {

    private static final Pattern PART = Pattern.compile("[^\\[\\]]+");

    private Form() {}

    /** @throws StripeError when a name is both a value and a group */
    static ObjectNode parse(String encoded) {
        var root = Json.object();
        for (var pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(root, path(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return (ObjectNode) withArrays(root);
    }

    private static List<String> path(String name) {
        var parts = new ArrayList<>(
                PART.matcher(name).results().map(result -> result.group()).toList());
        if (name.endsWith("[]")) {
            parts.add("");
        }
        if (parts.isEmpty()) {
            throw StripeError.invalid("Invalid parameter name: " + name, name);
        }
        return parts;
    }

    private static void put(ObjectNode root, List<String> path, String value) {
        var node = root;
        for (var part : path.subList(0, path.size() - 1)) {
            var next = node.get(part);
            if (next == null) {
                next = node.putObject(part);
            }
            if (!(next instanceof ObjectNode group)) {
                throw StripeError.invalid("Invalid parameter: " + part, part);
            }
            node = group;
        }
        var last = path.getLast();
        node.put(last.isEmpty() ? Integer.toString(node.size()) : last, value);
    }

    /** A group whose names are 0, 1, 2 … is a list. */
    private static JsonNode withArrays(JsonNode node) {
        if (!(node instanceof ObjectNode group)) {
            return node;
        }
        var copy = Json.object();
        group.properties().forEach(entry -> copy.set(entry.getKey(), withArrays(entry.getValue())));
        return isList(copy) ? list(copy) : copy;
    }

    private static boolean isList(ObjectNode group) {
        for (int index = 0; index < group.size(); index++) {
            if (!group.has(Integer.toString(index))) {
                return false;
            }
        }
        return !group.isEmpty();
    }

    private static ArrayNode list(ObjectNode group) {
        var list = Json.array();
        for (int index = 0; index < group.size(); index++) {
            list.add(group.get(Integer.toString(index)));
        }
        return list;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw StripeError.invalid("Invalid encoding", "body");
        }
    }
}
