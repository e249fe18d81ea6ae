package vn.ocopmarket.storefront.returning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocopmarket.contract.stock.Ownership.CONSIGNED;
import static vn.ocopmarket.contract.stock.Ownership.OWNED;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer.Goods;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer.Judgement;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer.Judgement.Known;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer.Judgement.TooManyOf;
import vn.ocopmarket.storefront.returning.domain.GoodsWithBuyer.Judgement.Unsaid;
import vn.ocopmarket.storefront.returning.domain.Reception.Condition;
import vn.ocopmarket.storefront.returning.domain.Reception.Part;

/** Three units of a line: two of its producer's, one the market's own; all of one lot but where a test says otherwise. */
class GoodsWithBuyerTests {

    private static final String SKU = "S";
    private static final List<Goods> OF_BOTH = List.of(goods("L1", CONSIGNED, 2), goods("L1", OWNED, 1));

    @Test
    void believesWhatIsSaidUpToWhatLeft() {
        assertThat(judge(OF_BOTH, List.of(), part("L1", CONSIGNED, 2), part("L1", OWNED, 1)))
                .isEqualTo(known(part("L1", CONSIGNED, 2), part("L1", OWNED, 1)));
        assertThat(judge(OF_BOTH, List.of(), part("L1", OWNED, 2))).isEqualTo(new TooManyOf(SKU, OWNED, 1));
        assertThat(judge(OF_BOTH, List.of(), part("L1", OWNED, 1), part("L1", OWNED, 1)))
                .as("two parts together")
                .isEqualTo(new TooManyOf(SKU, OWNED, 1));
        assertThat(judge(OF_BOTH, List.of(goods("L1", CONSIGNED, 1)), part("L1", CONSIGNED, 2)))
                .as("one came before")
                .isEqualTo(new TooManyOf(SKU, CONSIGNED, 1));
    }

    @Test
    void asksWhoseItIsOnlyWhileGoodsOfBothAreLeft() {
        assertThat(judge(OF_BOTH, List.of(), part("L1", null, 1))).isEqualTo(new Unsaid());
        assertThat(judge(OF_BOTH, List.of(goods("L1", OWNED, 1)), part("L1", null, 2)))
                .isEqualTo(known(part("L1", CONSIGNED, 2)));
        assertThat(judge(OF_BOTH, List.of(), part("L1", OWNED, 1), part("L1", null, 2)))
                .as("the rest of what is said with it")
                .isEqualTo(known(part("L1", OWNED, 1), part("L1", CONSIGNED, 2)));
        assertThat(judge(OF_BOTH, List.of(goods("L1", OWNED, 1)), part("L1", null, 3)))
                .isEqualTo(new TooManyOf(SKU, CONSIGNED, 2));
    }

    @Test
    void believesTheLotBeforeWhatIsSaid() {
        var given = List.of(goods("L1", CONSIGNED, 2), goods("L2", OWNED, 1));

        assertThat(judge(given, List.of(), part("L2", CONSIGNED, 1))).isEqualTo(known(part("L2", OWNED, 1)));
        assertThat(judge(given, List.of(), part("L2", CONSIGNED, 2)))
                .as("more of a lot than left with the order")
                .isEqualTo(new TooManyOf(SKU, OWNED, 1));
        assertThat(judge(given, List.of(), part("L3", null, 1)))
                .as("a lot that was read wrongly")
                .isEqualTo(new Unsaid());
    }

    @Test
    void countsNothingWhereAllIsOneOwners() {
        assertThat(judge(List.of(goods("L1", OWNED, 1)), List.of(), part("L1", CONSIGNED, 9)))
                .isEqualTo(known(part("L1", OWNED, 9)));
        assertThat(judge(List.of(), List.of(), part("L1", OWNED, 1))).isEqualTo(known(part("L1", CONSIGNED, 1)));
    }

    private static Judgement judge(List<Goods> given, List<Goods> gone, Part... parts) {
        return new GoodsWithBuyer(given, gone).judge(new Reception("k", "showroom", List.of(parts)));
    }

    private static Known known(Part... parts) {
        return new Known(new Reception("k", "showroom", List.of(parts)));
    }

    private static Goods goods(String lot, Ownership ownership, long units) {
        return new Goods(SKU, lot, ownership, units);
    }

    private static Part part(String lot, @Nullable Ownership ownership, long units) {
        return new Part(SKU, lot, ownership, null, Condition.RESELLABLE, units);
    }
}
