package vn.ocopmarket.storefront.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.storefront.inventory.Movement.Kind;
import vn.ocopmarket.storefront.inventory.Movement.Line;

class MovementTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Test
    void keepsTheEarlierDateOfALotThatIsNamedTwice() {
        var lines = List.of(
                new Line("S", "L", null, 1),
                new Line("S", "L", DAY, 2),
                new Line("S", "L", DAY.minusDays(3), 3),
                new Line("S", "L", DAY.plusDays(3), 4));

        assertThat(movement(Kind.RECEIPT, lines).lines()).containsExactly(new Line("S", "L", DAY.minusDays(3), 10));
    }

    @Test
    void doesNotWrapWhatIsAddedUp() {
        var most = new Line("S", null, null, Long.MAX_VALUE);

        assertThatThrownBy(() -> movement(Kind.RECEIPT, List.of(most, most))).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIPT, 0",
        "RECEIPT, -1",
        "SALE, -1",
        "RETURN, 0",
        "TRANSFER, -5",
        "RELOCATION, 0",
        "COUNT, -1",
        "RECEIPT, 1000000001",
        "COUNT, 1000000001",
        "ADJUSTMENT, 1000000001",
        "ADJUSTMENT, -1000000001",
        "ADJUSTMENT, -9223372036854775808",
        "COUNT_DIFFERENCE, -1000000001"
    })
    void refusesWhatNobodyMeans(Kind kind, long quantity) {
        assertThatThrownBy(() -> movement(kind, List.of(new Line("S", null, null, quantity))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"RECEIPT, 1000000000", "ADJUSTMENT, -1000000000", "COUNT_DIFFERENCE, -1", "COUNT, 0", "SALE, 1"})
    void takesWhatMayBeMeant(Kind kind, long quantity) {
        assertThat(movement(kind, List.of(new Line("S", null, null, quantity))).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(quantity));
    }

    private static Movement movement(Kind kind, List<Line> lines) {
        return new Movement("m", kind, "kho", null, lines, "test", null, Instant.EPOCH);
    }
}
