package vn.ocopmarket.storefront.browse.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.search.SearchCard;

/**
 * A product in a list, on a day.
 *
 * @param stars 3 to 5 while a certificate holds, else null
 * @param highlight the name as HTML with the words found in {@code <em>}, or null
 * @param forAdults whether the law keeps it from people under 18: who shows it asks for their age first
 */
record CardView(
        String id,
        String slug,
        String name,
        PartyView producer,
        CodeView province,
        CodeView group,
        @Nullable Integer stars,
        @Nullable ValidityView certificate,
        @Nullable Money price,
        @Nullable String image,
        boolean inStock,
        @Nullable String highlight,
        boolean forAdults) {

    static CardView of(SearchCard card, LocalDate day, Highlight highlight) {
        var current = card.recognitionOn(day);
        var price = card.price();
        return new CardView(
                card.id(),
                card.slug(),
                card.name(),
                new PartyView(card.producer().id(), card.producer().name()),
                new CodeView(card.province().code(), card.province().name()),
                new CodeView(card.group().code(), card.group().name()),
                current == null ? null : current.stars(),
                current == null ? null : new ValidityView(current.validUntil()),
                price == null ? null : Money.dong(price),
                card.image(),
                card.inStock(),
                highlight.in(card.name()),
                card.forAdults());
    }

    /** A producer by name. */
    record PartyView(String id, String name) {}

    /** A province or a group. */
    record CodeView(String code, String name) {}

    /** Until when the stars hold. */
    record ValidityView(LocalDate validUntil) {}
}
