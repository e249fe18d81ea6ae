package vn.ocopmarket.storefront.pos.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ocopmarket.contract.money.Money;

/** The lines of a sale as a whole: one a SKU, the latest at the end. */
final class SaleLines {

    private SaleLines() {}

    static Money total(List<SaleLine> lines) {
        return lines.stream().map(SaleLine::total).reduce(Money.ZERO, Money::plus);
    }

    static Optional<SaleLine> find(List<SaleLine> lines, String sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    /** The new line takes the place and price of the one with its SKU and adds to it. */
    static List<SaleLine> plus(List<SaleLine> lines, SaleLine scanned) {
        var before = find(lines, scanned.sku()).map(SaleLine::quantity).orElse(0L);
        var others = lines.stream().filter(line -> !line.sku().equals(scanned.sku()));
        return Stream.concat(others, Stream.of(scanned.withQuantity(Math.addExact(before, scanned.quantity()))))
                .toList();
    }

    static List<SaleLine> withQuantity(List<SaleLine> lines, String sku, long quantity) {
        var changed = new ArrayList<>(lines);
        if (quantity < 1) {
            changed.removeIf(line -> line.sku().equals(sku));
        } else {
            changed.replaceAll(line -> line.sku().equals(sku) ? line.withQuantity(quantity) : line);
        }
        return List.copyOf(changed);
    }

    static List<String> skus(List<SaleLine> lines) {
        return lines.stream().map(SaleLine::sku).collect(Collectors.toList());
    }
}
