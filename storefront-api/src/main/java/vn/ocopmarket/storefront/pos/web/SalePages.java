package vn.ocopmarket.storefront.pos.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pos.BookingOutcome;
import vn.ocopmarket.storefront.pos.BookingSales;
import vn.ocopmarket.storefront.pos.OpenSales;
import vn.ocopmarket.storefront.pos.Scanning;
import vn.ocopmarket.storefront.pos.domain.Draft;
import vn.ocopmarket.storefront.pos.domain.Sale;
import vn.ocopmarket.storefront.pos.web.Counters.Counter;

/** Selling: scan, change, take the cash. */
@Controller
class SalePages {

    private static final String HTMX = "HX-Request";

    private final Counters counters;
    private final CounterPages pages;
    private final OpenSales open;
    private final Scanning scanning;
    private final BookingSales booking;

    SalePages(Counters counters, CounterPages pages, OpenSales open, Scanning scanning, BookingSales booking) {
        this.counters = counters;
        this.pages = pages;
        this.open = open;
        this.scanning = scanning;
        this.booking = booking;
    }

    /** A scan; {@code once} is new with every form that is shown. */
    record ScanForm(@Nullable String code, @Nullable String once) {}

    /** How many of a line; 0 takes it away. */
    record LineForm(@Nullable String sku, @Nullable Long quantity) {}

    /** The cash: typed, or a button with a usual amount, which wins. */
    record CashForm(
            @Nullable String sale,
            @Nullable String given,
            @Nullable String note,
            @Nullable Boolean age) {

        boolean ofAge() {
            return Boolean.TRUE.equals(age);
        }

        String amount() {
            return note != null && !note.isBlank() ? note : given == null ? "" : given;
        }
    }

    @GetMapping("/pos/{location}")
    Mono<Rendering> show(@PathVariable String location) {
        return counters.at(location)
                .flatMap(counter -> open.at(counter.till()).flatMap(sale -> switch (sale) {
                    case Sale.Booking half -> booking.finish(half).flatMap(outcome -> answer(counter, outcome));
                    case Draft _, Sale.Booked _ -> Mono.just(pages.sale(counter, sale, null, false));
                }));
    }

    @PostMapping("/pos/{location}/scan")
    Mono<Rendering> scan(
            @PathVariable String location,
            @ModelAttribute ScanForm form,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        var code = form.code() == null ? "" : form.code().strip();
        var once = form.once() == null ? "" : form.once();
        return counters.at(location).flatMap(counter -> {
            if (code.isEmpty()) {
                return pages.sale(counter, null, htmx);
            }
            return scanning.scan(counter.till(), code, once)
                    .map(Notice::of)
                    .defaultIfEmpty(Notice.bookingInProgress())
                    .flatMap(notice -> pages.sale(counter, notice, htmx));
        });
    }

    @PostMapping("/pos/{location}/lines")
    Mono<Rendering> change(
            @PathVariable String location,
            @ModelAttribute LineForm form,
            @RequestHeader(name = HTMX, defaultValue = "false") boolean htmx) {
        var sku = form.sku() == null ? "" : form.sku();
        return counters.at(location).flatMap(counter -> {
            var quantity = form.quantity();
            if (quantity == null || quantity < 0) {
                return pages.sale(counter, Notice.badQuantity(), htmx);
            }
            return open.setQuantity(counter.till(), sku, quantity)
                    .then(Mono.defer(() -> htmx ? pages.sale(counter, null, true) : back(counter)));
        });
    }

    @PostMapping("/pos/{location}/discard")
    Mono<Rendering> discard(@PathVariable String location) {
        return counters.at(location)
                .flatMap(counter -> open.discard(counter.till()).then(back(counter)));
    }

    @PostMapping("/pos/{location}/book")
    Mono<Rendering> book(@PathVariable String location, @ModelAttribute CashForm form) {
        var saleId = form.sale() == null ? "" : form.sale();
        return counters.at(location)
                .flatMap(counter -> booking.book(counter.id(), saleId, Dong.read(form.amount()), form.ofAge())
                        .flatMap(outcome -> answer(counter, outcome)));
    }

    private Mono<Rendering> answer(Counter counter, BookingOutcome outcome) {
        return switch (outcome) {
            case BookingOutcome.Sold(var receipt) ->
                Mono.just(CounterPages.seeOther(CounterPages.receipt(counter, receipt)));
            case BookingOutcome.BookingRefused refused -> pages.sale(counter, Notice.of(refused), false);
        };
    }

    private static Mono<Rendering> back(Counter counter) {
        return Mono.just(CounterPages.seeOther(CounterPages.path(counter)));
    }
}
