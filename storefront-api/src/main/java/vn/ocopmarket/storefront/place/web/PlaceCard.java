package vn.ocopmarket.storefront.place.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.search.SearchCard;

/** A product in the list of a place, on a day, with the names that the template of lists goes by. */
record PlaceCard(
        String slug,
        String name,
        SearchCard.Named producer,
        SearchCard.Coded province,
        SearchCard.Coded group,
        @Nullable Integer stars,
        @Nullable Money price,
        @Nullable String image,
        boolean inStock,
        boolean forAdults) {

    static PlaceCard of(SearchCard card, LocalDate day) {
        var recognition = card.recognitionOn(day);
        var price = card.price();
        return new PlaceCard(
                card.slug(),
                card.name(),
                card.producer(),
                card.province(),
                card.group(),
                recognition == null ? null : recognition.stars(),
                price == null ? null : Money.dong(price),
                card.image(),
                card.inStock(),
                card.forAdults());
    }
}
