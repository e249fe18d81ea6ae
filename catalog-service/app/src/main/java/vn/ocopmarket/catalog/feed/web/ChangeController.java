package vn.ocopmarket.catalog.feed.web;

import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.feed.Changes;
import vn.ocopmarket.contract.feed.ChangePage;

@RestController
class ChangeController {

    private static final int LARGEST_PAGE = 1_000;
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final Changes changes;

    ChangeController(Changes changes) {
        this.changes = changes;
    }

    @GetMapping("/api/v1/changes")
    Mono<ChangePage> changes(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(defaultValue = "0") int wait) {
        return changes.after(
                Math.max(after, 0),
                Math.clamp(limit, 1, LARGEST_PAGE),
                Duration.ofSeconds(Math.clamp(wait, 0, LONGEST_WAIT_SECONDS)));
    }
}
