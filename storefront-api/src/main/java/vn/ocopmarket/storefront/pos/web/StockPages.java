package vn.ocopmarket.storefront.pos.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.inventory.FindStock;
import vn.ocopmarket.storefront.pos.Delivery;
import vn.ocopmarket.storefront.pos.FindShelf;
import vn.ocopmarket.storefront.pos.ReceiptOutcome;
import vn.ocopmarket.storefront.pos.ReceivingDeliveries;
import vn.ocopmarket.storefront.pos.web.Counters.Counter;

/** The shelves of a counter, and what arrives on them. */
@Controller
class StockPages {

    private static final int RECENT = 12;
    private static final long MOST_AT_ONCE = 100_000;

    private final Counters counters;
    private final CounterPages pages;
    private final FindShelf shelf;
    private final FindStock stock;
    private final ReceivingDeliveries receiving;

    StockPages(Counters counters, CounterPages pages, FindShelf shelf, FindStock stock, ReceivingDeliveries receiving) {
        this.counters = counters;
        this.pages = pages;
        this.shelf = shelf;
        this.stock = stock;
        this.receiving = receiving;
    }

    /** What arrived; {@code once} is new with every form that is shown. */
    record DeliveryForm(
            @Nullable String once,
            @Nullable String code,
            @Nullable Long quantity,
            @Nullable String lot,
            @Nullable Ownership ownership,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate bestBefore,

            @Nullable String note) {

        static DeliveryForm empty(@Nullable String code) {
            return new DeliveryForm(null, code, null, null, null, null, null);
        }

        /** Without its number a form that is sent twice could not be told from two deliveries. */
        boolean isUnnumbered() {
            return once == null || once.isBlank();
        }

        Delivery delivery(String by, long units) {
            return new Delivery(
                    once == null ? "" : once,
                    code == null ? "" : code,
                    units,
                    orNull(lot),
                    Ownership.orConsigned(ownership),
                    bestBefore,
                    orNull(note),
                    by);
        }

        private static @Nullable String orNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping("/pos/{location}/stock")
    Mono<Rendering> stock(
            @PathVariable String location,
            @RequestParam(defaultValue = "") String find,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx) {
        return counters.at(location)
                .flatMap(counter -> shelf.find(counter.id(), find)
                        .map(items -> pages.page(htmx ? "pos/stock :: items" : "pos/stock", counter, "stock")
                                .modelAttribute("find", find)
                                .modelAttribute("items", items)
                                .build()));
    }

    @GetMapping("/pos/{location}/deliveries")
    Mono<Rendering> form(@PathVariable String location, @RequestParam(required = false) @Nullable String code) {
        return counters.at(location).flatMap(counter -> form(counter, DeliveryForm.empty(code), null));
    }

    @PostMapping("/pos/{location}/deliveries")
    Mono<Rendering> receive(@PathVariable String location, @ModelAttribute DeliveryForm form) {
        return counters.at(location).flatMap(counter -> {
            var quantity = form.quantity();
            if (quantity == null || quantity < 1 || quantity > MOST_AT_ONCE || form.isUnnumbered()) {
                return form(counter, form, Notice.badQuantity());
            }
            var delivery = form.delivery(counter.staff().accountId(), quantity);
            return receiving.receive(counter.id(), delivery).flatMap(outcome -> switch (outcome) {
                case ReceiptOutcome.Received _ ->
                    Mono.just(CounterPages.seeOther(CounterPages.path(counter) + "/deliveries?done=received"));
                case ReceiptOutcome.ReceiptRefused refused -> form(counter, form, Notice.of(refused));
            });
        });
    }

    private Mono<Rendering> form(Counter counter, DeliveryForm form, @Nullable Notice notice) {
        return stock.ledger(null, counter.id(), null, RECENT).collectList().map(entries -> {
            var page = pages.page("pos/deliveries", counter, "deliveries")
                    .modelAttribute("form", form)
                    .modelAttribute("ownerships", Ownership.values())
                    .modelAttribute("entries", entries);
            if (notice != null) {
                page.modelAttribute("notice", notice);
            }
            return page.build();
        });
    }
}
