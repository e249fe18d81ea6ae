package vn.ocopmarket.storefront.trace.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.trace.TraceRecord;

/**
 * All links of an item, as RFC 9264 writes them.
 *
 * @param anchor address of the item
 * @param links by type; the trace page is where a scan leads by default
 */
record Linkset(String anchor, String description, Map<LinkType, List<Target>> links) {

    private static final String LANGUAGE = "hreflang";

    /** Where a link leads; in both languages, but for pages that are not ours. */
    record Target(String href, String title, boolean ours) {}

    static Linkset of(TraceRecord trace, String path, String baseUrl) {
        var product = trace.product();
        var page = baseUrl + "/products/" + product.slug();
        var name = product.name();
        var links = new LinkedHashMap<LinkType, List<Target>>();
        var traces = new ArrayList<>(List.of(new Target(baseUrl + path, name, true)));
        var outside = product.traceUrl();
        if (outside != null) {
            traces.add(new Target(outside, name, false));
        }
        links.put(LinkType.PIP, List.of(new Target(page, name, true)));
        links.put(LinkType.CERTIFICATION, List.of(new Target(page + "/certificate", name, true)));
        links.put(LinkType.TRACEABILITY, traces);
        var lot = trace.lot();
        if (lot != null && lot.recall() != null) {
            links.put(LinkType.RECALL, List.of(new Target(baseUrl + path + "#recall", name, true)));
        }
        return new Linkset(baseUrl + path, name, links);
    }

    Optional<String> first(LinkType type) {
        return Optional.ofNullable(links.get(type))
                .map(targets -> targets.getFirst().href());
    }

    Map<String, Object> json() {
        var item = new LinkedHashMap<String, Object>();
        item.put("anchor", anchor);
        item.put("itemDescription", description);
        item.put(LinkType.DEFAULT, List.of(target(new Target(anchor, description, true))));
        links.forEach((type, targets) ->
                item.put(type.uri(), targets.stream().map(Linkset::target).toList()));
        return Map.of("linkset", List.of(item));
    }

    /** The same in the header {@code Link} (RFC 8288). */
    String header() {
        return links.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(target -> "<%s>; rel=\"%s\"; type=\"text/html\""
                                        .formatted(target.href(), entry.getKey().uri())))
                        .collect(Collectors.joining(", "))
                + ", <%s?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"".formatted(anchor);
    }

    private static Map<String, @Nullable Object> target(Target target) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("href", target.href());
        json.put("title", target.title());
        json.put("type", "text/html");
        if (target.ours()) {
            json.put(LANGUAGE, List.of("vi", "en"));
        }
        return json;
    }
}
