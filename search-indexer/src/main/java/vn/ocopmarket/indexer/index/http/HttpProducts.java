package vn.ocopmarket.indexer.index.http;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.indexer.index.Products;
import vn.ocopmarket.indexer.index.UnreadableProductException;

/** Reads products from the catalogue. */
@Component
final class HttpProducts implements Products {

    private static final System.Logger LOG = System.getLogger(HttpProducts.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final WebClient catalog;
    private final JsonMapper json;

    HttpProducts(@Qualifier("catalog") WebClient catalog, JsonMapper json) {
        this.catalog = catalog;
        this.json = json;
    }

    @Override
    public Flux<ProductRecord> byIds(Collection<String> ids) {
        return read("/api/v1/products?ids={keys}", ids);
    }

    @Override
    public Flux<ProductRecord> bySkus(Collection<String> skus) {
        return read("/api/v1/products?skus={keys}", skus).distinct(ProductRecord::id);
    }

    private Flux<ProductRecord> read(String uri, Collection<String> keys) {
        return Flux.fromIterable(UrlChunks.of(keys))
                .concatMap(chunk -> catalog.get()
                        .uri(uri, chunk)
                        .retrieve()
                        .bodyToMono(Items.class)
                        .timeout(TIMEOUT)
                        .onErrorMap(DecodingException.class, UnreadableProductException::new))
                .concatMapIterable(Items::items);
    }

    @Override
    public Flux<ProductRecord> all() {
        return catalog.get()
                .uri("/api/v1/exports/products")
                .accept(MediaType.APPLICATION_NDJSON)
                .retrieve()
                .bodyToFlux(String.class)
                .timeout(TIMEOUT)
                .concatMap(this::product);
    }

    private Mono<ProductRecord> product(String line) {
        try {
            return Mono.just(json.readValue(line, ProductRecord.class));
        } catch (JacksonException e) {
            LOG.log(System.Logger.Level.WARNING, "The export has a line that is no product: {0}", e.getMessage());
            return Mono.empty();
        }
    }

    private record Items(List<ProductRecord> items) {}
}
