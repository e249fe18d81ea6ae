package vn.ocopmarket.storefront.pos.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.money.Money;

class DraftTests {

    private static final Draft EMPTY = Draft.begin("s1", new Till("c1", "a1", "Hoa"));

    @Test
    void addsScansOfOneSkuUpAndCountsARepeatedScanOnce() {
        var draft =
                EMPTY.scan(fishSauce(65_000), "a").scan(fishSauce(65_000), "b").scan(fishSauce(65_000), "b");

        assertThat(draft.lines()).singleElement().extracting(SaleLine::quantity).isEqualTo(2L);
        assertThat(draft.total()).isEqualTo(Money.dong(130_000));
    }

    @Test
    void takesALineAwayWhenNoneIsLeft() {
        var draft = EMPTY.scan(fishSauce(65_000), "a");

        assertThat(draft.withQuantity("NM", 0).lines()).isEmpty();
        assertThat(draft.withQuantity("NM", 1)).as("nothing to change").isSameAs(draft);
    }

    @Test
    void givesChange() {
        var draft = EMPTY.scan(fishSauce(65_000), "a");

        assertThat(book(draft, 100_000, false, 65_000))
                .isInstanceOfSatisfying(
                        BookingDecision.Agreed.class,
                        agreed -> assertThat(agreed.booking().booked(7, Map.of()))
                                .satisfies(booked -> {
                                    assertThat(booked.change()).isEqualTo(Money.dong(35_000));
                                    assertThat(booked.receiptNumber()).isEqualTo("261121-0007");
                                }));
    }

    @Test
    void refusesTooLittleCashAnOldPriceAndAnUnconfirmedAge() {
        var draft = EMPTY.scan(fishSauce(65_000), "a");
        var withWine = draft.scan(new SaleLine("RD", "s", "Rượu", "Chai", Money.dong(100_000), 1, true), "b");

        assertThat(book(EMPTY, 1_000, false, 65_000)).isEqualTo(new BookingDecision.NothingScanned());
        assertThat(book(draft, 64_000, false, 65_000)).isEqualTo(new BookingDecision.TooLittleCash(Money.dong(1_000)));
        assertThat(book(draft, 65_000, false, 70_000))
                .isInstanceOfSatisfying(
                        BookingDecision.PricesChanged.class,
                        changed -> assertThat(changed.repriced().total()).isEqualTo(Money.dong(70_000)));
        assertThat(book(withWine, 200_000, false, 65_000)).isEqualTo(new BookingDecision.AgeNotConfirmed());
        assertThat(book(withWine, 200_000, true, 65_000)).isInstanceOf(BookingDecision.Agreed.class);
    }

    @Test
    void triesTheStockUnderAnotherIdAfterItWasRefused() {
        var first = agreed(EMPTY.scan(fishSauce(65_000), "a"));
        var second = agreed(first.refused());

        assertThat(second.movementId()).isNotEqualTo(first.movementId());
    }

    private static Sale.Booking agreed(Draft draft) {
        return ((BookingDecision.Agreed) book(draft, 65_000, false, 65_000)).booking();
    }

    private static BookingDecision book(Draft draft, long given, boolean age, long priceNow) {
        var cash = new Sale.Cash(Money.dong(given), Instant.EPOCH, LocalDate.of(2026, 11, 21));
        return draft.book(cash, age, Map.of("NM", Money.dong(priceNow)));
    }

    private static SaleLine fishSauce(long price) {
        return new SaleLine("NM", "nuoc-mam", "Nước mắm", "Chai 500 ml", Money.dong(price), 1, false);
    }
}
