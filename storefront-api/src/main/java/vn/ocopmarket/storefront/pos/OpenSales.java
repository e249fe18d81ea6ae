package vn.ocopmarket.storefront.pos;

import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.domain.Till;

/** The sale a seller is at. It is stored with every scan, so that a reload or a power cut loses nothing. */
public final class OpenSales {

    private static final int ID_CHARACTERS = 20;
    private static final int TRIES = 5;

    private final Sales sales;
    private final RandomIds ids;

    OpenSales(Sales sales, RandomIds ids) {
        this.sales = sales;
        this.ids = ids;
    }

    /** The draft or the booking that is not finished; a new, empty draft when there is none. Never empty. */
    public Mono<Sale> at(Till till) {
        return sales.openAt(till).switchIfEmpty(Mono.fromSupplier(() -> Draft.begin(ids.next(ID_CHARACTERS), till)));
    }

    /** Sets how many of a SKU are sold; none takes the line away. */
    public Mono<Draft> setQuantity(Till till, String sku, long quantity) {
        return change(till, draft -> draft.withQuantity(sku, quantity));
    }

    /** Throws the draft away; a booking stays. */
    public Mono<Void> discard(Till till) {
        return sales.openAt(till).ofType(Draft.class).flatMap(sales::discard);
    }

    /** Applies a change to the draft as it is stored now. Empty while a booking is being finished. */
    Mono<Draft> change(Till till, UnaryOperator<Draft> change) {
        return at(till).ofType(Draft.class)
                .flatMap(draft -> stored(draft, change.apply(draft)))
                .retryWhen(Retry.max(TRIES).filter(Overtaken.class::isInstance));
    }

    private Mono<Draft> stored(Draft before, Draft after) {
        if (after.equals(before)) {
            return Mono.just(before);
        }
        return sales.store(after).flatMap(stored -> stored ? Mono.just(after) : Mono.error(new Overtaken()));
    }

    /** Another window of the same seller was quicker. */
    private static final class Overtaken extends RuntimeException {}
}
