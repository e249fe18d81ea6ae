package vn.ocopmarket.storefront.browse.elastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.browse.ExplainSearch.How;
import vn.ocopmarket.storefront.browse.ExplainSearch.Part;
import vn.ocopmarket.storefront.browse.ExplainSearch.Where;

/** Reads how Lucene explains a score, as parts whose points add up to it. */
final class Explanation {

    private static final Pattern WEIGHT = Pattern.compile("weight\\((.*) in \\d+\\).*", Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("ConstantScore\\((.*)\\).*", Pattern.DOTALL);
    private static final Pattern TIE = Pattern.compile("max plus ([0-9.]+) times others of:.*", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+(?:\\.[a-z]+)?):");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern SPAN = Pattern.compile("span[A-Z][a-z]+|, \\d+|true|false");

    /** What says by itself why; other constants are for whole queries, with fields of all kinds in them. */
    private static final Set<String> OF_ITSELF =
            Set.of("groupCode", "branchCode", "codeKeys", "inStock", "fourStars", "fiveStars");

    private static final double NOTHING = 1e-6;

    private final Set<String> typed;
    private final LinkedHashMap<Found, Double> found = new LinkedHashMap<>();

    /** @param q as typed, to tell its words from others that say the same */
    Explanation(String q) {
        this.typed = Arrays.stream(NOT_WORDS.split(q.toLowerCase(Locale.ROOT))).collect(Collectors.toSet());
    }

    private record Found(Where where, How how, String text) {}

    /** Of one product, the heaviest first. */
    List<Part> parts(JsonNode explanation) {
        walk(explanation, 1);
        return found.entrySet().stream()
                .filter(one -> one.getValue() > NOTHING)
                .map(one -> new Part(
                        one.getKey().where(), one.getKey().how(), one.getKey().text(), one.getValue()))
                .sorted(Comparator.comparingDouble(Part::points).reversed())
                .toList();
    }

    /** @param share of its points that counts */
    private void walk(JsonNode node, double share) {
        var description = node.path("description").asString();
        var points = node.path("value").asDouble() * share;
        var tie = TIE.matcher(description);
        if (description.startsWith("sum of:")) {
            Explaining.details(node).forEach(part -> walk(part, share));
        } else if (description.startsWith("max of:")) {
            best(Explaining.details(node), 0, share);
        } else if (tie.matches()) {
            best(Explaining.details(node), Double.parseDouble(tie.group(1)), share);
        } else {
            leaf(description, points);
        }
    }

    private void best(List<JsonNode> parts, double others, double share) {
        var sorted = new ArrayList<>(parts);
        sorted.sort(
                Comparator.comparingDouble((JsonNode part) -> part.path("value").asDouble())
                        .reversed());
        for (var at = 0; at < sorted.size(); at++) {
            walk(sorted.get(at), at == 0 ? share : share * others);
        }
    }

    private void leaf(String description, double points) {
        var weight = WEIGHT.matcher(description);
        var constant = CONSTANT.matcher(description);
        var query = weight.matches() ? weight.group(1) : constant.matches() ? constant.group(1) : "";
        var field = FIELD.matcher(query);
        var name = field.find() ? field.group(1) : "";
        var text = constant.matches() ? "" : text(query);
        var where = constant.matches() && !OF_ITSELF.contains(name) ? Where.OTHER : where(name);
        var _ = found.merge(new Found(where, how(query, name, text), text), points, Double::sum);
    }

    /** The words of a query, without what it is made of. */
    private static String text(String query) {
        return NOT_WORDS
                .matcher(SPAN.matcher(FIELD.matcher(query).replaceAll(" ")).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    private static Where where(String field) {
        return switch (field) {
            case "name", "name.exact", "name.prefix" -> Where.NAME;
            case "producerName", "producerName.prefix" -> Where.PRODUCER;
            case "placeNames", "placeNames.exact", "placeNames.prefix" -> Where.PLACE;
            case "groupNames", "groupCode", "branchCode" -> Where.GROUP;
            case "story" -> Where.STORY;
            case "codeKeys" -> Where.CODE;
            case "inStock" -> Where.STOCK;
            case "fourStars", "fiveStars" -> Where.STARS;
            default -> Where.OTHER;
        };
    }

    private How how(String query, String field, String text) {
        if (text.isEmpty()) {
            return How.KIND;
        }
        if (query.startsWith("spanFirst")) {
            return How.BEGINNING;
        }
        var isExact = field.endsWith(".exact");
        if (!isTyped(text, isExact)) {
            return How.OTHERWISE;
        }
        if (query.indexOf('"') >= 0) {
            return How.TOGETHER;
        }
        return isExact ? How.ACCENTS : How.WORD;
    }

    private boolean isTyped(String text, boolean isExact) {
        return Arrays.stream(text.split(" "))
                .allMatch(word -> typed.contains(word)
                        || !isExact
                                && typed.stream()
                                        .anyMatch(
                                                one -> VietnameseText.fold(one).equals(word)));
    }
}
