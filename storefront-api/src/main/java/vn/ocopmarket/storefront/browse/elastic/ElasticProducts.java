package vn.ocopmarket.storefront.browse.elastic;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.browse.FindByProducer;
import vn.ocopmarket.storefront.browse.IndexedProducts;
import vn.ocopmarket.storefront.browse.ListedProduct;

/**
 * Gets single documents by id in real time. The id of a slug or a SKU is searched once and remembered; what is remembered is
 * checked against the document, because both may move.
 */
@Repository
class ElasticProducts implements IndexedProducts, FindByProducer {

    private static final int MOST_OF_A_PRODUCER = 100;
    private static final List<String> NEEDED = List.of("product", "availability");
    private static final Pattern ID_OR_SLUG = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private final Elasticsearch elasticsearch;
    private final JsonMapper mapper;
    private final ProductAnswer answers;
    private final KnownIds idsOfSlugs = new KnownIds();
    private final KnownIds idsOfSkus = new KnownIds();

    ElasticProducts(Elasticsearch elasticsearch, JsonMapper mapper) {
        this.elasticsearch = elasticsearch;
        this.mapper = mapper;
        this.answers = new ProductAnswer(mapper);
    }

    @Override
    public Mono<ListedProduct> byIdOrSlug(String idOrSlug) {
        if (!ID_OR_SLUG.matcher(idOrSlug).matches()) {
            return Mono.empty();
        }
        var known = idsOfSlugs.of(idOrSlug);
        return get(known == null ? idOrSlug : known)
                .filter(listed -> isNamed(listed.product(), idOrSlug))
                .switchIfEmpty(Mono.defer(() -> find(Clauses.term("slug", idOrSlug), 1)
                        .next()
                        .doOnNext(found ->
                                idsOfSlugs.remember(idOrSlug, found.product().id()))));
    }

    @Override
    public Mono<ListedProduct> byCode(String code) {
        return find(Clauses.term("codes", code), 1).next();
    }

    @Override
    public Flux<ProductRecord> bySkus(Collection<String> skus) {
        var known = skus.stream()
                .map(idsOfSkus::of)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return get(known).filter(product -> hasAny(product, skus)).collectList().flatMapMany(found -> {
            var others = skus.stream()
                    .filter(sku -> found.stream()
                            .noneMatch(product -> product.variant(sku).isPresent()))
                    .toList();
            return Flux.fromIterable(found).concatWith(searched(others));
        });
    }

    @Override
    public Flux<ListedProduct> ofProducer(String producerId) {
        return find(Clauses.term("producerId", producerId), MOST_OF_A_PRODUCER);
    }

    private Flux<ProductRecord> searched(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Flux.empty();
        }
        return find(Clauses.terms("codes", skus), skus.size())
                .map(ListedProduct::product)
                .filter(product -> hasAny(product, skus))
                .doOnNext(product ->
                        product.variants().forEach(variant -> idsOfSkus.remember(variant.sku(), product.id())));
    }

    private Flux<ProductRecord> get(List<String> ids) {
        return switch (ids.size()) {
            case 0 -> Flux.empty();
            case 1 -> get(ids.getFirst()).map(ListedProduct::product).flux();
            default ->
                Mono.defer(() -> elasticsearch.getAll(mapper.writeValueAsBytes(Map.of("ids", ids))))
                        .flatMapIterable(answers::documents)
                        .map(ListedProduct::product);
        };
    }

    private Mono<ListedProduct> get(String id) {
        return elasticsearch.get(id).map(answers::document);
    }

    private Flux<ListedProduct> find(Map<String, Object> filter, int most) {
        var body = Map.of("size", most, "_source", NEEDED, "query", Clauses.all(List.of(filter)));
        return Mono.defer(() -> elasticsearch.search(mapper.writeValueAsBytes(body)))
                .flatMapIterable(answers::hits);
    }

    private static boolean hasAny(ProductRecord product, Collection<String> skus) {
        return product.variants().stream().anyMatch(variant -> skus.contains(variant.sku()));
    }

    private static boolean isNamed(ProductRecord product, String idOrSlug) {
        return product.id().equals(idOrSlug) || product.slug().equals(idOrSlug);
    }
}
