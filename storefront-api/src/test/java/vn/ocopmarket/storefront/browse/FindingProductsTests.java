package vn.ocopmarket.storefront.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.pages.Problem;

class FindingProductsTests {

    private static final CatalogueProducts DOWN = new CatalogueProducts() {
        @Override
        public Mono<ProductRecord> byIdOrSlug(String idOrSlug) {
            return Mono.error(new IllegalStateException("no answer"));
        }

        @Override
        public Flux<ProductRecord> bySkus(Collection<String> skus) {
            return Flux.error(new IllegalStateException("no answer"));
        }
    };

    private static final IndexedProducts EMPTY = new IndexedProducts() {
        @Override
        public Mono<ListedProduct> byIdOrSlug(String idOrSlug) {
            return Mono.error(new SearchUnavailable("down", new IllegalStateException()));
        }

        @Override
        public Mono<ListedProduct> byCode(String code) {
            return Mono.error(new SearchUnavailable("down", new IllegalStateException()));
        }

        @Override
        public Flux<ProductRecord> bySkus(Collection<String> skus) {
            return Flux.empty();
        }
    };

    private static final ProductRecord MAM =
            ProductFixture.aProduct("mam", "Nước mắm").record();
    private static final ProductRecord MUOI =
            ProductFixture.aProduct("muoi", "Muối").record();

    private final FindingProducts finding = new FindingProducts(EMPTY, DOWN);

    @Test
    void neverTakesAnIndexThatLacksASkuForTheCataloguesWord() {
        finding.currentBySku(List.of("TOO-NEW"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(FindingProductsTests::saysUnavailable);
    }

    @Test
    void showsWhatIsIndexedWithoutAskingTheCatalogue() {
        new FindingProducts(indexed(Flux.just(MAM)), DOWN)
                .shownBySku(List.of("SKU-mam"))
                .as(StepVerifier::create)
                .expectNext(MAM)
                .verifyComplete();
    }

    @Test
    void asksTheCatalogueOnlyForWhatTheIndexDoesNotKnow() {
        new FindingProducts(indexed(Flux.just(MAM)), catalogueOf(List.of("SKU-muoi"), MUOI))
                .shownBySku(List.of("SKU-mam", "SKU-muoi"))
                .as(StepVerifier::create)
                .expectNext(MAM, MUOI)
                .verifyComplete();
    }

    @Test
    void asksTheCatalogueForAllWhenTheIndexIsAway() {
        var away = indexed(Flux.error(new SearchUnavailable("down", new IllegalStateException())));
        new FindingProducts(away, catalogueOf(List.of("SKU-mam", "SKU-muoi"), MAM, MUOI))
                .shownBySku(List.of("SKU-mam", "SKU-muoi"))
                .as(StepVerifier::create)
                .expectNext(MAM, MUOI)
                .verifyComplete();
        new FindingProducts(away, DOWN)
                .shownBySku(List.of("SKU-mam"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(FindingProductsTests::saysUnavailable);
    }

    @Test
    void saysSoWhenNobodyCanTell() {
        finding.byIdOrSlug("mam").as(StepVerifier::create).verifyErrorSatisfies(FindingProductsTests::saysUnavailable);
        finding.byCode("MAM-500").as(StepVerifier::create).verifyErrorSatisfies(FindingProductsTests::saysUnavailable);
    }

    private static void saysUnavailable(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.type()).isEqualTo("products-unavailable");
        });
    }

    private static IndexedProducts indexed(Flux<ProductRecord> bySkus) {
        return new IndexedProducts() {
            @Override
            public Mono<ListedProduct> byIdOrSlug(String idOrSlug) {
                return Mono.empty();
            }

            @Override
            public Mono<ListedProduct> byCode(String code) {
                return Mono.empty();
            }

            @Override
            public Flux<ProductRecord> bySkus(Collection<String> skus) {
                return bySkus;
            }
        };
    }

    /** Answers that question only. */
    private static CatalogueProducts catalogueOf(List<String> asked, ProductRecord... products) {
        return new CatalogueProducts() {
            @Override
            public Mono<ProductRecord> byIdOrSlug(String idOrSlug) {
                return Mono.empty();
            }

            @Override
            public Flux<ProductRecord> bySkus(Collection<String> skus) {
                assertThat(skus).containsExactlyElementsOf(asked);
                return Flux.just(products);
            }
        };
    }
}
