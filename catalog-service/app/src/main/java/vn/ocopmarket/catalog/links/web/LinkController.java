package vn.ocopmarket.catalog.links.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.links.Links;
import vn.ocopmarket.catalog.links.WatchedLink;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.LinkAnswer.State;

/** What trace pages elsewhere last said: to the storefront what is new, to desks what is theirs. */
@RestController
class LinkController {

    private static final int MOST = 1_000;

    private final Links links;

    LinkController(Links links) {
        this.links = links;
    }

    /** Links of a producer or a province, in the order of the products' ids. */
    @GetMapping("/api/v1/links")
    Mono<LinkPage> links(
            @RequestParam(required = false) @Nullable String producer,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Math.clamp(limit, 1, MOST);
        return links.find(new Links.Query(producer, province, state), cursor, size)
                .collectList()
                .map(items -> LinkPage.of(items, size));
    }

    /** Answers of the given instant and later, oldest first. */
    @GetMapping("/api/v1/links/answers")
    Mono<Answers> answers(
            @RequestParam(required = false) @Nullable Instant since, @RequestParam(defaultValue = "500") int limit) {
        return links.answeredSince(since == null ? Instant.EPOCH : since, Math.clamp(limit, 1, MOST))
                .collectList()
                .map(Answers::new);
    }

    record Answers(List<LinkAnswer> items) {}

    record LinkPage(List<WatchedLink> items, @Nullable String next) {

        static LinkPage of(List<WatchedLink> items, int size) {
            return new LinkPage(
                    items, items.size() < size ? null : items.getLast().productId());
        }
    }
}
