package vn.ocopmarket.storefront.stockproof.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Promised;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Remedy;
import vn.ocopmarket.storefront.stockproof.domain.OrderedGoods.Stage;

class OrderedGoodsTests {

    @ParameterizedTest
    @CsvSource({
        "TAKING, 0, 0",
        "TAKING, 0, 3",
        "TAKING, 3, 0",
        "HOLDING, 0, 3",
        "HOLDING, 1, 2",
        "ALLOCATED, 3, 0",
        "LEFT, 0, 0",
        "ENDED, 0, 0"
    })
    void findsNothingWrongWithWhatIsRight(Stage stage, long allocated, long held) {
        assertThat(new OrderedGoods(stage, Map.of("S", 3L), Map.of("here", 3L))
                        .compare(Map.of("S", Promised.at("here", allocated, held))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TAKING, 2, 2, NONE",
        "HOLDING, 0, 2, NONE",
        "HOLDING, 0, 4, NONE",
        "ALLOCATED, 0, 3, ALLOCATE",
        "ALLOCATED, 0, 0, ALLOCATE",
        "ALLOCATED, 2, 0, NONE",
        "ALLOCATED, 4, 0, NONE",
        "LEFT, 3, 0, HAND_OVER",
        "ENDED, 0, 1, RELEASE",
        "ENDED, 1, 0, RELEASE"
    })
    void saysWhatWouldMakeItRight(Stage stage, long allocated, long held, Remedy remedy) {
        assertThat(new OrderedGoods(stage, Map.of("S", 3L), Map.of("here", 3L))
                        .compare(Map.of("S", Promised.at("here", allocated, held))))
                .singleElement()
                .satisfies(found -> assertThat(found.remedy()).isEqualTo(remedy));
    }

    @Test
    void looksAtWhatWasNeverOrderedAndAtWhatWasNeverPromised() {
        var goods = new OrderedGoods(Stage.ALLOCATED, Map.of("ordered", 1L), Map.of("here", 1L));

        assertThat(goods.compare(Map.of("other", Promised.at("there", 1, 0))))
                .extracting(OrderedGoods.Finding::sku, OrderedGoods.Finding::remedy)
                .containsExactly(tuple("ordered", Remedy.ALLOCATE), tuple("other", Remedy.NONE));
    }

    @Test
    void findsWhatIsAllocatedElsewhereThanItsOrderSays() {
        var goods = new OrderedGoods(Stage.ALLOCATED, Map.of("S", 3L), Map.of("here", 2L, "there", 1L));
        var right = Promised.at("here", 2, 0).plus(Promised.at("there", 1, 0));

        assertThat(goods.compare(Map.of("S", right))).isEmpty();
        assertThat(goods.compare(Map.of("S", Promised.at("here", 3, 0))))
                .extracting(OrderedGoods.Finding::expected, OrderedGoods.Finding::found, OrderedGoods.Finding::remedy)
                .containsExactly(tuple(3L, 2L, Remedy.TELL));
    }
}
