package vn.ocopmarket.storefront.pos;

import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.storefront.browse.FindProducts;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.MovementOutcome;
import vn.ocopmarket.storefront.inventory.MovingStock;
import vn.ocopmarket.storefront.pos.domain.ScannedCode;

/** Takes goods into the stock of a location. Goods that may not be sold today may still arrive. */
public final class ReceivingDeliveries {

    private final FindProducts products;
    private final MovingStock moving;
    private final Clock clock;

    ReceivingDeliveries(FindProducts products, MovingStock moving, Clock clock) {
        this.products = products;
        this.moving = moving;
        this.clock = clock;
    }

    /** Never empty. An error means that it is not known how it ended: send the same delivery again. */
    public Mono<ReceiptOutcome> receive(String locationId, Delivery delivery) {
        var code = ScannedCode.read(delivery.code());
        return ProductCodes.find(products, code)
                .flatMap(product -> {
                    var meant = ProductCodes.variantsMeantBy(product, code);
                    return meant.size() == 1
                            ? receive(locationId, delivery, product, meant.getFirst())
                            : Mono.just(new ReceiptOutcome.WhichVariant(product.name(), meant));
                })
                .defaultIfEmpty(new ReceiptOutcome.UnknownProduct(code));
    }

    private Mono<ReceiptOutcome> receive(String locationId, Delivery delivery, ProductRecord product, Variant variant) {
        var line = new Movement.Line(
                variant.sku(), delivery.lot(), delivery.ownership(), delivery.bestBefore(), delivery.quantity());
        var movement = new Movement(
                "delivery:" + delivery.id(),
                Movement.Kind.RECEIPT,
                locationId,
                null,
                List.of(line),
                delivery.by(),
                delivery.note(),
                clock.instant());
        return moving.move(movement).flatMap(outcome -> switch (outcome) {
            case MovementOutcome.Moved _ ->
                Mono.just(new ReceiptOutcome.Received(product, variant, delivery.quantity()));
            case MovementOutcome.AnotherMovement _ -> Mono.just(new ReceiptOutcome.AlreadyUsed());
            case MovementOutcome.UnknownSkus _ -> Mono.just(new ReceiptOutcome.UnknownProduct(delivery.code()));
            case MovementOutcome.NotEnough _, MovementOutcome.UnknownLocation _ ->
                Mono.error(new IllegalStateException("Delivery %s: %s".formatted(delivery.id(), outcome)));
        });
    }
}
