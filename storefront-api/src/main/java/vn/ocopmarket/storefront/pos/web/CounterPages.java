package vn.ocopmarket.storefront.pos.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.pos.OpenSales;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.web.Counters.Counter;

/** Puts the pages of a counter together. */
@Component
class CounterPages {

    private static final int SCAN_CHARACTERS = 12;

    private final OpenSales open;
    private final RandomIds ids;

    CounterPages(OpenSales open, RandomIds ids) {
        this.open = open;
        this.ids = ids;
    }

    /** A page of this counter; every form on it may be sent twice and counts once. */
    Rendering.Builder<?> page(String view, Counter counter, String active) {
        return Rendering.view(view)
                .modelAttribute("location", counter.location())
                .modelAttribute("seller", counter.staff().email())
                .modelAttribute("active", active)
                .modelAttribute("once", ids.next(SCAN_CHARACTERS));
    }

    /** The sale on the counter, whole or for htmx only what changes. */
    Mono<Rendering> sale(Counter counter, @Nullable Notice notice, boolean htmx) {
        return open.at(counter.till()).map(sale -> sale(counter, sale, notice, htmx));
    }

    Rendering sale(Counter counter, Sale sale, @Nullable Notice notice, boolean htmx) {
        var page =
                page(htmx ? "pos/sale :: till" : "pos/sale", counter, "sale").modelAttribute("sale", SaleView.of(sale));
        if (notice != null) {
            page.modelAttribute("notice", notice);
        }
        return page.build();
    }

    static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    static String path(Counter counter) {
        return "/pos/" + counter.id();
    }

    static String receipt(Counter counter, Sale.Booked receipt) {
        return path(counter) + "/receipts/" + receipt.id();
    }
}
