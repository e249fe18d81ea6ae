package vn.ocopmarket.storefront.browse.http;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.RecentAnswers;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.browse.PlacesByName;

/** Asks catalog-service, and keeps what people type most: places change with a law. */
@Repository
class HttpPlacesByName implements PlacesByName {

    private static final int MOST = 8;
    private static final Duration KEPT = Duration.ofHours(1);

    private final WebClient catalogue;
    private final Duration timeout;
    private final ObjectReader hits;
    private final RecentAnswers<String, List<Named>> known = RecentAnswers.keptFor(KEPT);

    HttpPlacesByName(WebClient.Builder clients, BrowseSettings settings, JsonMapper mapper) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString()).build();
        this.timeout = settings.catalogTimeout();
        this.hits = mapper.reader().without(FAIL_ON_UNKNOWN_PROPERTIES).forType(Hits.class);
    }

    @Override
    public Mono<List<Named>> beginning(String typed) {
        return known.to(VietnameseText.fold(typed), () -> ask(typed));
    }

    private Mono<List<Named>> ask(String typed) {
        return catalogue
                .get()
                .uri("/api/v1/places/search?q={q}&limit={limit}", typed, MOST)
                .retrieve()
                .bodyToMono(byte[].class)
                .<Hits>map(hits::readValue)
                .map(found -> found.items().stream().map(Hit::named).toList())
                .timeout(timeout);
    }

    private record Hits(List<Hit> items) {}

    private record Hit(String kind, String name, Coded province, List<Coded> current) {

        Named named() {
            return new Named(
                    kind,
                    name,
                    province.code(),
                    province.name(),
                    current.stream().map(Coded::code).toList());
        }
    }

    private record Coded(String code, String name) {}
}
