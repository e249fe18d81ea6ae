package vn.ocopmarket.storefront.cart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.inventory.Supply;

/**
 * A line as it stands at this moment.
 *
 * @param product null when the catalogue does not know the SKU
 * @param certificate under which it can be sold today, or null
 * @param price of one now, or null while it cannot be sold
 * @param available units that can be had now
 * @param problems what is wrong with it; empty when nothing is
 */
public record JudgedLine(
        CartLine line,
        @Nullable ProductRecord product,
        @Nullable Certificate certificate,
        @Nullable Money price,
        long available,
        List<LineProblem> problems) {

    public JudgedLine {
        problems = List.copyOf(problems);
    }

    /** Judges a line on a day. */
    public static JudgedLine of(CartLine line, @Nullable ProductRecord product, Supply supply, LocalDate day) {
        var available = supply.available();
        var problems = new ArrayList<LineProblem>();
        if (product == null) {
            problems.add(LineProblem.UNKNOWN_VARIANT);
            return new JudgedLine(line, null, null, null, available, problems);
        }
        var stock = stockProblem(line, supply);
        return switch (Eligibility.of(product, line.sku(), day)) {
            case Eligibility.Ineligible(var reasons) -> {
                reasons.forEach(reason -> problems.add(LineProblem.of(reason)));
                yield new JudgedLine(line, product, null, null, available, problems);
            }
            case Eligibility.Eligible(var certificate, var price) -> {
                if (stock != null) {
                    problems.add(stock);
                }
                if (!price.equals(line.priceWhenAdded())) {
                    problems.add(LineProblem.PRICE_CHANGED);
                }
                yield new JudgedLine(line, product, certificate, price, available, problems);
            }
        };
    }

    /** The same with one problem more, as the weightiest. */
    JudgedLine with(LineProblem problem) {
        var all = new ArrayList<LineProblem>();
        all.add(problem);
        all.addAll(problems);
        return new JudgedLine(line, product, certificate, price, available, all);
    }

    public String sku() {
        return line.sku();
    }

    public boolean purchasable() {
        return problems.stream().noneMatch(LineProblem::preventsPurchase);
    }

    /** Price now times quantity; nothing for what has no price. */
    public Money total() {
        return price == null ? Money.ZERO : price.times(line.quantity());
    }

    public @Nullable Variant variant() {
        return product == null ? null : product.variant(line.sku()).orElse(null);
    }

    private static @Nullable LineProblem stockProblem(CartLine line, Supply supply) {
        return supply.available() >= line.quantity()
                ? null
                : LineProblem.ofStock(supply.available(), supply.lacksForRecall(line.quantity()));
    }
}
