package vn.ocopmarket.storefront.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.storefront.browse.ProductFixture.TODAY;
import static vn.ocopmarket.storefront.browse.ProductFixture.aProduct;
import static vn.ocopmarket.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.search.SearchCard;
import vn.ocopmarket.storefront.browse.PlacesByName.Named;
import vn.ocopmarket.storefront.browse.Suggestions.SuggestedPlace;

class SuggestingWhileTypingTests {

    @Test
    void suggestsAFormerProvinceOnlyWhenSomethingIsFromThere() {
        var suggesting = new SuggestingWhileTyping(
                new OneFromTraVinh(),
                _ -> Mono.just(List.of(
                        new Named("former-province", "Tỉnh Trà Vinh", "86", "Tỉnh Vĩnh Long", List.of()),
                        new Named("former-province", "Tỉnh Bến Tre", "86", "Tỉnh Vĩnh Long", List.of()))),
                _ -> List.of());

        // Who types on does not wait, so the first answers of a slow machine may be without places.
        eventually(() -> assertThat(
                        Objects.requireNonNull(suggesting.of("tinh", TODAY).block())
                                .places())
                .extracting(SuggestedPlace::name)
                .containsExactly("Tỉnh Trà Vinh"));
    }

    /** Finds it by the name of its place, and by any word of other names. */
    private static final class OneFromTraVinh implements Listings {

        @Override
        public Mono<SearchPage> search(ProductQuery query) {
            var match = query.q().equals("Tỉnh Trà Vinh") ? SearchPage.Match.EXACT : SearchPage.Match.ANY;
            var card = SearchCard.of(aProduct("p1", "Khô ếch").record(), true);
            return Mono.just(new SearchPage(List.of(card), 1, true, Map.of(), null, null, Map.of(), match));
        }

        @Override
        public Mono<Suggestions> suggest(String typed, LocalDate day) {
            return Mono.just(Suggestions.NONE);
        }
    }
}
