package vn.ocopmarket.standalone.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.ocopmarket.standalone.client.Officer;

/** Loads the sample market into an empty one, through the APIs that officers use; repeating it changes nothing. */
public final class LoadSampleData {

    private final SampleMarketPlan plan = SampleMarketPlan.read();
    private final List<SampleProduct> products = SampleMarketPlan.readProducts();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private final SampleCertificates certificates = new SampleCertificates(plan, today);
    private final Officer officer;

    private LoadSampleData(Officer officer) {
        this.officer = officer;
    }

    /** @param arguments address of the storefront, address of the catalogue, file with the accounts */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            var officer = new Officer(arguments[0], arguments[1]).signIn(Path.of(arguments[2]), "ADMINISTRATOR");
            new LoadSampleData(officer).run();
        } catch (RuntimeException e) {
            System.out.println("loading the sample data failed: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws InterruptedException {
        importProducts();
        for (var location : plan.locations()) {
            officer.ensureLocation(location.id(), location);
        }
        for (var receipt : new SampleStock(plan, products).receipts()) {
            officer.receive("sample-receipt-" + receipt.locationId(), receipt);
        }
        new SampleLots(products, today).all().forEach(officer::ensureLot);
        officer.withdraw(withdrawnSku(), plan.withdrawalReason(), plan.withdrawalDecision(), today.minusDays(10));
        var forSale = countForSale();
        officer.awaitSearchable(forSale);
        System.out.println("sample products for sale and searchable: " + forSale);
    }

    private void importProducts() throws InterruptedException {
        var rows = products.stream()
                .map(product -> ImportRow.of(product, certificates.of(product), plan.notice()))
                .toList();
        var report = officer.importRows(rows, true);
        System.out.println("sample products: %d accepted, %d rejected"
                .formatted(
                        report.get("accepted").asInt(), report.get("rejected").asInt()));
        report.path("errors").forEach(error -> System.out.println("  " + error));
    }

    private String withdrawnSku() {
        return products.stream()
                .filter(product -> product.id() == plan.withdrawn())
                .findFirst()
                .orElseThrow()
                .sku();
    }

    private long countForSale() {
        return products.stream()
                .filter(product -> product.price() != null && product.id() != plan.withdrawn())
                .filter(product -> certificates.of(product).holdsOn(today))
                .count();
    }
}
