package vn.ocopmarket.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleMarketTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final SampleMarketPlan plan = SampleMarketPlan.read();
    private final List<SampleProduct> products = SampleMarketPlan.readProducts();
    private final SampleCertificates certificates = new SampleCertificates(plan, TODAY);

    @Test
    void hasRealProductsWithASourceEach() {
        assertThat(products).hasSizeGreaterThan(250).allSatisfy(product -> {
            assertThat(product.source()).isNotBlank();
            assertThat(product.stars()).isBetween(3, 5);
            assertThat(product.group()).isBetween(1, 26);
        });
        assertThat(products.stream().map(SampleProduct::sku)).doesNotHaveDuplicates();
    }

    @Test
    void marksEveryInventedNumberAndPriceAsASample() {
        assertThat(products).allSatisfy(product -> {
            var row = ImportRow.of(product, certificates.of(product), plan.notice());
            assertThat(row.sku()).startsWith("MAU-");
            assertThat(row.story()).endsWith(plan.notice());
            assertThat(row.decision())
                    .matches(decision -> decision.startsWith("MẪU-") || decision.equals(product.decision()));
        });
    }

    @Test
    void showsExpiredOnesAndOneThatEndsInTwoDaysAmongManyThatHold() {
        var holding = products.stream()
                .filter(product -> certificates.of(product).holdsOn(TODAY))
                .toList();

        assertThat(holding.size())
                .isBetween(
                        products.size() - 20, products.size() - plan.expired().size());
        assertThat(products)
                .filteredOn(product -> certificates.of(product).validUntil().equals(TODAY.plusDays(2)))
                .extracting(SampleProduct::id)
                .containsExactly(plan.endsInTwoDays());
        assertThat(products).extracting(SampleProduct::id).contains(plan.withdrawn());
        assertThat(holding).extracting(SampleProduct::id).contains(plan.withdrawn());
    }

    @Test
    void neverLetsARealDecisionLookEndedOrWithdrawnAsASample() {
        assertThat(products)
                .filteredOn(product -> plan.expired().contains(product.id())
                        || product.id() == plan.withdrawn()
                        || product.id() == plan.endsInTwoDays())
                .hasSize(plan.expired().size() + 2)
                .allMatch(product -> product.decision() == null);
    }

    @Test
    void keepsARealDecisionWithItsRealDay() {
        assertThat(products)
                .filteredOn(product -> "3981/QĐ-UBND".equals(product.decision()))
                .isNotEmpty()
                .allSatisfy(product ->
                        assertThat(certificates.of(product).validUntil()).isEqualTo("2029-08-05"));
    }

    @Test
    void putsEveryPricedProductIntoTheWarehouse() {
        var warehouse = new SampleStock(plan, products).receipts().getFirst();
        var skus = new HashSet<String>();
        warehouse.lines().forEach(line -> skus.add(line.sku()));

        assertThat(warehouse.locationId()).isEqualTo("kho-ha-noi");
        assertThat(products)
                .filteredOn(product -> product.price() != null)
                .allMatch(product -> skus.contains(product.sku()));
    }
}
