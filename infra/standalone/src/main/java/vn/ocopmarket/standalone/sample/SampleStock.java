package vn.ocopmarket.standalone.sample;

import java.util.List;
import vn.ocopmarket.standalone.client.Officer.Line;
import vn.ocopmarket.standalone.client.Officer.Receipt;

/** What lies where in the sample market. */
final class SampleStock {

    private static final int FEW = 2;

    private final SampleMarketPlan plan;
    private final List<SampleProduct> products;

    SampleStock(SampleMarketPlan plan, List<SampleProduct> products) {
        this.plan = plan;
        this.products = products;
    }

    List<Receipt> receipts() {
        return plan.locations().stream()
                .map(location -> new Receipt(
                        location.id(),
                        products.stream()
                                .filter(product -> product.price() != null && isKeptAt(location, product))
                                .map(product -> new Line(product.sku(), quantity(location, product)))
                                .toList()))
                .toList();
    }

    /** The warehouse has everything; a showroom the products of its province and every fourth of the others. */
    private static boolean isKeptAt(SampleMarketPlan.SampleLocation location, SampleProduct product) {
        return switch (location.kind()) {
            case "WAREHOUSE" -> true;
            default ->
                product.sku().hashCode() % 4 == location.id().length() % 4
                        || location.name()
                                .contains(product.province()
                                        .substring(product.province().indexOf(' ') + 1));
        };
    }

    private long quantity(SampleMarketPlan.SampleLocation location, SampleProduct product) {
        if (plan.lastUnits().contains(product.id())) {
            return location.kind().equals("WAREHOUSE") ? FEW : 1;
        }
        return (location.kind().equals("WAREHOUSE") ? 60 : 12) + product.id() % 37;
    }
}
