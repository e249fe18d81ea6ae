package vn.ocopmarket.storefront.browse.elastic;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.IndexedProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;

/**
 * Gets single documents by id in real time. An address by slug is looked up once and remembered; what is remembered is
 * checked against the document, because slugs may move.
 */
@Repository
class ElasticProducts implements IndexedProducts {

    private static final List<String> NEEDED = List.of("product", "availability");

    private final Elasticsearch elasticsearch;
    private final JsonMapper mapper;
    private final ProductAnswer answers;
    private final KnownIds ids = new KnownIds();

    ElasticProducts(Elasticsearch elasticsearch, JsonMapper mapper) {
        this.elasticsearch = elasticsearch;
        this.mapper = mapper;
        this.answers = new ProductAnswer(mapper);
    }

    @Override
    public Mono<ListedProduct> byIdOrSlug(String idOrSlug) {
        if (!idOrSlug.matches("[A-Za-z0-9_-]{1,200}")) {
            return Mono.empty();
        }
        var known = ids.of(idOrSlug);
        return get(known == null ? idOrSlug : known)
                .filter(listed -> isNamed(listed.product(), idOrSlug))
                .switchIfEmpty(Mono.defer(() -> find(Clauses.term("slug", idOrSlug), 1)
                        .next()
                        .doOnNext(
                                found -> ids.remember(idOrSlug, found.product().id()))));
    }

    @Override
    public Mono<ListedProduct> byCode(String code) {
        return find(Clauses.term("codes", code), 1).next();
    }

    @Override
    public Flux<ProductRecord> bySkus(Collection<String> skus) {
        return find(Clauses.terms("codes", skus), skus.size())
                .map(ListedProduct::product)
                .filter(product -> product.variants().stream().anyMatch(variant -> skus.contains(variant.sku())));
    }

    private Mono<ListedProduct> get(String id) {
        return elasticsearch.get(id).map(answers::document);
    }

    private Flux<ListedProduct> find(Map<String, Object> filter, int most) {
        var body = Map.of("size", most, "_source", NEEDED, "query", Clauses.all(List.of(filter)));
        return Mono.defer(() -> elasticsearch.search(mapper.writeValueAsBytes(body)))
                .flatMapIterable(answers::hits);
    }

    private static boolean isNamed(ProductRecord product, String idOrSlug) {
        return product.id().equals(idOrSlug) || product.slug().equals(idOrSlug);
    }
}
