package vn.ocopmarket.storefront.stockcount.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.stockcount.domain.CountLine.Look;

class CountLineTests {

    private static final Tolerance TOLERANCE = new Tolerance(2, 5);

    @ParameterizedTest
    @CsvSource({
        "10, 10, true",
        "10, 8, true",
        "10, 7, false",
        "10, 13, false",
        "100, 95, true",
        "100, 94, false",
        "0, 3, false"
    })
    void wantsASecondLookAtLargeDifferences(long expected, long counted, boolean settled) {
        assertThat(line(expected, counted).isSettled(TOLERANCE)).isEqualTo(settled);
    }

    @Test
    void believesTheSameDifferenceTwiceThoughSomeWereSoldBetween() {
        assertThat(line(20, 15, 18, 13).isSettled(TOLERANCE)).isTrue();
        assertThat(line(20, 15, 18, 13).difference()).isEqualTo(-5);
        assertThat(line(20, 15, 18, 10).isSettled(TOLERANCE)).isFalse();
        assertThat(line(20, 15, 18, 10, 18, 18).isSettled(TOLERANCE)).isTrue();
    }

    private static CountLine line(long... expectedAndCounted) {
        var looks = new ArrayList<Look>();
        for (int i = 0; i < expectedAndCounted.length; i += 2) {
            looks.add(new Look("l" + i, expectedAndCounted[i + 1], expectedAndCounted[i], "clerk", Instant.EPOCH));
        }
        return new CountLine(new CountedLot("S", null, Ownership.CONSIGNED), looks);
    }
}
