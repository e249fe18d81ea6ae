package vn.ocopmarket.storefront.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.transfer.domain.Reception.Counted;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Deed;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Parcel;

class ReceptionTests {

    private static final List<Parcel> SENT = List.of(
            new Parcel("S", "L1", Ownership.CONSIGNED, null, 5), new Parcel("S", null, Ownership.CONSIGNED, null, 3));

    @Test
    void tellsWhatIsMissingAndWhatIsTooMuch() {
        var compared = reception(new Counted("S", null, null, 3, 1, null), new Counted("S", "L1", null, 2, 1, "LOST"))
                .against(SENT);

        assertThat(compared).extracting(Reception.Compared::missing).containsExactly(2L, 0L);
        assertThat(compared).extracting(Reception.Compared::surplus).containsExactly(0L, 1L);
        assertThat(compared).noneMatch(Reception.Compared::isUnexplained);
    }

    @Test
    void wantsAReasonForLess() {
        assertThat(reception(new Counted("S", null, null, 3, 0, null), new Counted("S", "L1", null, 4, 0, null))
                        .against(SENT))
                .extracting(Reception.Compared::isUnexplained)
                .containsExactly(true, false);
    }

    @Test
    void wantsEachLotOnce() {
        assertThat(reception(new Counted("S", "L1", null, 5, 0, null)).against(SENT))
                .isEmpty();
        assertThat(reception(new Counted("S", "L1", null, 5, 0, null), new Counted("S", "L1", null, 5, 0, null))
                        .against(SENT))
                .isEmpty();
        assertThat(reception(
                                new Counted("S", "L1", null, 5, 0, null),
                                new Counted("S", null, null, 3, 0, null),
                                new Counted("T", null, null, 3, 0, null))
                        .against(SENT))
                .isEmpty();
    }

    @Test
    void tellsOwnersApartWhereALotCameOfBoth() {
        var both = List.of(
                new Parcel("S", "L1", Ownership.CONSIGNED, null, 5), new Parcel("S", "L1", Ownership.OWNED, null, 3));
        var ofProducer = new Counted("S", "L1", Ownership.CONSIGNED, 4, 0, "LOST");
        var ofMarket = new Counted("S", "L1", Ownership.OWNED, 3, 0, null);
        var ofAnybody = new Counted("S", "L1", null, 4, 0, null);

        assertThat(reception(ofMarket, ofProducer).against(both))
                .extracting(each -> each.parcel().ownership(), Reception.Compared::missing)
                .containsExactly(tuple(Ownership.CONSIGNED, 1L), tuple(Ownership.OWNED, 0L));
        assertThat(reception(ofAnybody, ofAnybody).against(both)).isEmpty();
        assertThat(reception(ofMarket, ofAnybody).against(both)).isEmpty();
        assertThat(reception(ofMarket).against(both)).isEmpty();
        assertThat(reception(ofAnybody).against(both.subList(1, 2))).hasSize(1);
        assertThat(reception(ofProducer).against(both.subList(1, 2))).isEmpty();
    }

    private static Reception reception(Counted... counted) {
        return new Reception("r", new Deed("clerk", Instant.EPOCH, null), List.of(counted));
    }
}
