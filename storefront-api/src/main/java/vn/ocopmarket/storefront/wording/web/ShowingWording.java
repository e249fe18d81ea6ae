package vn.ocopmarket.storefront.wording.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.pages.TryAgainLater;
import vn.ocopmarket.storefront.wording.KeepingWordings;
import vn.ocopmarket.storefront.wording.TryingWordings.Trial;
import vn.ocopmarket.storefront.wording.domain.Wording;

/** The page of one group, with what it would change when that was asked for. */
@Component
class ShowingWording {

    private static final int MOST_QUERIES = 10;
    private static final int LONGEST_QUERY = 120;

    private final KeepingWordings keeping;

    ShowingWording(KeepingWordings keeping) {
        this.keeping = keeping;
    }

    /** @param queries to try it with, or null when nothing is to be tried */
    Mono<Rendering> page(String id, @Nullable List<String> queries, Entry entry) {
        return keeping.find(id)
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)))
                .flatMap(wording -> trial(id, queries).map(trial -> render(wording, queries, trial, entry)));
    }

    /** The search may be away; the page says so and can do everything else. */
    private Mono<Tried> trial(String id, @Nullable List<String> queries) {
        if (queries == null) {
            return Mono.just(new Tried(Optional.empty(), false));
        }
        var asked = queries.stream()
                .filter(query -> query.length() <= LONGEST_QUERY)
                .limit(MOST_QUERIES)
                .toList();
        return keeping.preview(id, asked)
                .map(trial -> new Tried(Optional.of(trial), false))
                .onErrorResume(TryAgainLater.class::isInstance, _ -> Mono.just(new Tried(Optional.empty(), true)))
                .defaultIfEmpty(new Tried(Optional.empty(), false));
    }

    /** What came of trying. */
    private record Tried(Optional<Trial> trial, boolean isAway) {}

    private static Rendering render(Wording wording, @Nullable List<String> queries, Tried tried, Entry entry) {
        var model = new HashMap<String, Object>(Map.of(
                "wording",
                wording,
                "entry",
                entry,
                "isAway",
                tried.isAway(),
                "queries",
                queries == null ? "" : String.join("\n", queries)));
        tried.trial().ifPresent(trial -> model.put("trial", trial));
        return Rendering.view("wording/one")
                .status(HttpStatus.valueOf(entry.status()))
                .model(model)
                .build();
    }
}
