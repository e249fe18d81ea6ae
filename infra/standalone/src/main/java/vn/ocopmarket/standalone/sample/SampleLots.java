package vn.ocopmarket.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.ocopmarket.standalone.client.Officer.Input;
import vn.ocopmarket.standalone.client.Officer.Lot;
import vn.ocopmarket.standalone.client.Officer.Quantity;

/** Lots of the sample market: two for every third product that is sold, with numbers that say what they are. */
final class SampleLots {

    private static final int EVERY = 3;
    private static final int SPREAD_DAYS = 40;
    private static final int OLDER_DAYS = 70;
    private static final String STANDARD = "Tiêu chuẩn mẫu";

    private final List<SampleProduct> products;
    private final LocalDate today;

    SampleLots(List<SampleProduct> products, LocalDate today) {
        this.products = products;
        this.today = today;
    }

    List<Lot> all() {
        return products.stream()
                .filter(product -> product.price() != null && product.id() % EVERY == 0)
                .flatMap(product -> Stream.of(lot(product, 1, OLDER_DAYS), lot(product, 2, 0)))
                .toList();
    }

    private Lot lot(SampleProduct product, int number, int olderBy) {
        // The same days however often it is loaded in a month, so that a second try finds what is there.
        var producedOn = today.withDayOfMonth(1).minusDays(1 + olderBy + product.id() % SPREAD_DAYS);
        return new Lot(
                product.sku(),
                "LO-MAU-%d".formatted(number),
                producedOn,
                producedOn.plusMonths(12),
                new Quantity(200 + product.id() % 300, "H87"),
                List.of(new Input("Nguyên liệu mẫu", product.province(), null, "NL-MAU-%d".formatted(number))),
                List.of(STANDARD));
    }
}
