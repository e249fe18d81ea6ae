package vn.ocopmarket.storefront.inventory.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.feed.ChangePage;
import vn.ocopmarket.outbox.EventLog;
import vn.ocopmarket.outbox.LogPage;
import vn.ocopmarket.storefront.inventory.FindStock;

/** What can be had, for the service that keeps the search index: the feed of changes, some SKUs, or all. */
@RestController
@RequestMapping("/api/v1")
class AvailabilityController {

    private static final Set<String> AVAILABILITY = Set.of("availability.changed");
    private static final int LONGEST_PAGE = 1_000;
    private static final int LONGEST_WAIT = 30;

    private final EventLog log;
    private final FindStock stock;

    AvailabilityController(EventLog log, FindStock stock) {
        this.log = log;
        this.stock = stock;
    }

    @GetMapping("/changes")
    Mono<ChangePage> changes(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "500") int limit,
            @RequestParam(defaultValue = "0") int wait) {
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var seconds = Duration.ofSeconds(Math.clamp(wait, 0, LONGEST_WAIT));
        return log.waitFor(after, size, seconds, AVAILABILITY).map(LogPage::toChangePage);
    }

    @GetMapping("/availability")
    Mono<Items> availability(@RequestParam List<String> skus) {
        return stock.availability(skus).collectList().map(Items::new);
    }

    @GetMapping(path = "/exports/availability", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<AvailabilityRecord> export() {
        return stock.allAvailability();
    }

    record Items(List<AvailabilityRecord> items) {}
}
