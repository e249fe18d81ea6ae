package vn.ocopmarket.stripedescription;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Form-encoded parameters such as {@code line_items[0][quantity]=1} as a tree of texts. */
final class FormTree {

    private static final Pattern PART = Pattern.compile("[^\\[\\]]+");

    private FormTree() {}

    static ObjectNode parse(String encoded) {
        var root = Documents.object();
        for (var pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                var halves = pair.split("=", 2);
                put(root, decoded(halves[0]), halves.length == 1 ? "" : decoded(halves[1]));
            }
        }
        return root;
    }

    private static void put(ObjectNode root, String name, String value) {
        List<String> path = PART.matcher(name).results().map(MatchResult::group).toList();
        var node = root;
        for (var part : path.subList(0, path.size() - 1)) {
            node = node.has(part) ? (ObjectNode) node.path(part) : node.putObject(part);
        }
        if (name.endsWith("[]")) {
            var list =
                    node.has(path.getLast()) ? (ObjectNode) node.path(path.getLast()) : node.putObject(path.getLast());
            list.put(Integer.toString(list.size()), value);
        } else {
            node.put(path.getLast(), value);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
