package vn.ocopmarket.storefront.browse.http;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.BrowseSettings;
import vn.ocopmarket.storefront.browse.CatalogueProducts;

/** Asks catalog-service; only reads, so an answer that got lost may be asked for again. */
@Repository
class HttpCatalogueProducts implements CatalogueProducts {

    private final WebClient catalogue;
    private final Duration timeout;
    private final ObjectReader product;
    private final ObjectReader items;

    HttpCatalogueProducts(WebClient.Builder clients, BrowseSettings settings, JsonMapper mapper) {
        this.catalogue = clients.baseUrl(settings.catalogUrl().toString()).build();
        this.timeout = settings.catalogTimeout();
        // A newer catalogue may say more than we know.
        var tolerant = mapper.reader().without(FAIL_ON_UNKNOWN_PROPERTIES);
        this.product = tolerant.forType(ProductRecord.class);
        this.items = tolerant.forType(Items.class);
    }

    @Override
    public Mono<ProductRecord> byIdOrSlug(String idOrSlug) {
        return catalogue
                .get()
                .uri("/api/v1/products/{id}", idOrSlug)
                .retrieve()
                .bodyToMono(byte[].class)
                .<ProductRecord>map(product::readValue)
                .timeout(timeout)
                .onErrorResume(
                        WebClientResponseException.class,
                        refused ->
                                refused.getStatusCode() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(refused));
    }

    @Override
    public Flux<ProductRecord> bySkus(Collection<String> skus) {
        return catalogue
                .get()
                .uri("/api/v1/products?skus={skus}", String.join(",", skus))
                .retrieve()
                .bodyToMono(byte[].class)
                .<Items>map(items::readValue)
                .timeout(timeout)
                .flatMapIterable(Items::items);
    }

    private record Items(List<ProductRecord> items) {}
}
