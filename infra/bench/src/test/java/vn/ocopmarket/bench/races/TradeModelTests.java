package vn.ocopmarket.bench.races;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.bench.races.Clerk.Level;

class TradeModelTests {

    private static final String SKU = "DUA-0001";

    private final Shelf shelf = new Shelf(false);

    TradeModelTests() {
        shelf.arrive(Heap.LOOSE_OWNED, 5);
        shelf.arrive(Heap.LOT_OWNED, 2);
        shelf.arrive(Heap.LOT_CONSIGNED, 1);
    }

    @Test
    void whatEndsFirstIsTakenFirstAndOfOneLotTheProducersBeforeTheMarkets() {
        assertThat(shelf.first(4)).isEqualTo(Map.of(Heap.LOT_CONSIGNED, 1L, Heap.LOT_OWNED, 2L, Heap.LOOSE_OWNED, 1L));
    }

    @Test
    void whatWouldLeaveLastIsTakenOutOfAnOrder() {
        var order = new Goods(Map.of(SKU, shelf.first(4)));
        var out = order.last(Map.of(SKU, 2L));
        assertThat(out).isEqualTo(new Goods(Map.of(SKU, Map.of(Heap.LOOSE_OWNED, 1L, Heap.LOT_OWNED, 1L))));
        assertThat(order.without(out))
                .isEqualTo(new Goods(Map.of(SKU, Map.of(Heap.LOT_CONSIGNED, 1L, Heap.LOT_OWNED, 1L))));
    }

    @Test
    void soldIsWhatCameOfEachOwnerAndIsNotThere() {
        shelf.promise(Heap.LOT_OWNED, 2, 0);
        shelf.sell(Heap.LOT_OWNED, 2);
        shelf.arrive(Heap.LOOSE_OWNED, -1);
        assertThat(shelf.levels())
                .isEqualTo(Map.of(Heap.LOT_CONSIGNED, new Level(1, 0, 0, 1), Heap.LOOSE_OWNED, new Level(4, 0, 0, 4)));
        assertThat(shelf.came(Heap.LOT_OWNED)).isEqualTo(2);
        assertThat(shelf.came(Heap.LOOSE_OWNED)).isEqualTo(4);
    }
}
