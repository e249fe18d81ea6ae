package vn.ocopmarket.storefront.settlement.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UndeliveredTests {

    /** Whatever is refunded in whatever parts, at the end just the units that came back are told, whosever they were. */
    @Test
    void tellsOfEveryUnitOnce() {
        for (long units = 1; units <= 5; units++) {
            for (long owned = 0; owned <= units; owned++) {
                for (long first = 1; first <= units; first++) {
                    var all = new Undelivered(units, owned);
                    var ofFirst = requireNonNull(all.ownedOf(first));
                    var rest = all.without(first, ofFirst);

                    assertThat(ofFirst).isBetween(Math.max(0, first - (units - owned)), Math.min(first, owned));
                    if (first < units) {
                        assertThat(rest.ownedOf(units - first)).isEqualTo(owned - ofFirst);
                    } else {
                        assertThat(rest.ownedOf(1)).isNull();
                    }
                }
            }
        }
    }

    @Test
    void givesTheMarketsOwnBackFirstWhereMoreGoesBackThanCame() {
        assertThat(new Undelivered(2, 0).ownedOf(3)).isEqualTo(1);
        assertThat(new Undelivered(0, 0).ownedOf(3)).isNull();
        assertThat(new Undelivered(2, 1).without(1, 0)).isEqualTo(new Undelivered(1, 1));
    }
}
