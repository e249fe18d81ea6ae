package vn.ocopmarket.storefront.pos;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.contract.product.AlcoholRules;
import vn.ocopmarket.contract.product.Channel;
import vn.ocopmarket.contract.product.Eligibility;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.inventory.Supply;
import vn.ocopmarket.storefront.pos.domain.SaleLine;
import vn.ocopmarket.storefront.pos.domain.ScannedCode;
import vn.ocopmarket.storefront.pos.domain.Till;

/** Puts one unit of what is scanned on the sale, when it may be sold today and is there. */
public final class Scanning {

    private final FindProducts products;
    private final FindStock stock;
    private final OpenSales open;
    private final Clock clock;

    Scanning(FindProducts products, FindStock stock, OpenSales open, Clock clock) {
        this.products = products;
        this.stock = stock;
        this.open = open;
        this.clock = clock;
    }

    /**
     * Empty while a booking is being finished.
     *
     * @param scanId chosen by the page; the same scan sent again counts once
     */
    public Mono<ScanOutcome> scan(Till till, String scanned, String scanId) {
        var code = ScannedCode.read(scanned);
        return ProductCodes.find(products, code)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(product -> product.isEmpty()
                        ? Mono.just(new ScanOutcome.UnknownCode(code))
                        : scan(till, product.get(), code, scanId));
    }

    private Mono<ScanOutcome> scan(Till till, ProductRecord product, String code, String scanId) {
        var meant = ProductCodes.variantsMeantBy(product, code);
        if (meant.size() != 1) {
            return Mono.just(new ScanOutcome.SeveralVariants(product.name(), meant));
        }
        var variant = meant.getFirst();
        return switch (Eligibility.of(product, variant.sku(), LocalDate.now(clock), Channel.COUNTER)) {
            case Eligibility.Ineligible(List<Eligibility.Reason> reasons) ->
                Mono.just(new ScanOutcome.NotForSale(product.name(), variant.label(), reasons));
            case Eligibility.Eligible(var _, Money price) -> add(till, line(product, variant, price), scanId);
        };
    }

    private Mono<ScanOutcome> add(Till till, SaleLine line, String scanId) {
        return Mono.zip(open.at(till), stock.at(till.locationId(), Set.of(line.sku())))
                .flatMap(found -> {
                    var onSale = found.getT1().lines().stream()
                            .filter(other -> other.sku().equals(line.sku()))
                            .mapToLong(SaleLine::quantity)
                            .sum();
                    var supply = found.getT2().getOrDefault(line.sku(), Supply.NONE);
                    return onSale < supply.available()
                            ? open.change(till, draft -> draft.scan(line, scanId))
                                    .map(draft -> new ScanOutcome.Scanned(draft, line, supply.recalled()))
                            : Mono.just(new ScanOutcome.NotInStock(
                                    line.name(), line.label(), supply.available(), supply.recalled()));
                });
    }

    private static SaleLine line(ProductRecord product, Variant variant, Money price) {
        var alcohol = AlcoholRules.concern(product, variant);
        return new SaleLine(variant.sku(), product.slug(), product.name(), variant.label(), price, 1, alcohol);
    }
}
