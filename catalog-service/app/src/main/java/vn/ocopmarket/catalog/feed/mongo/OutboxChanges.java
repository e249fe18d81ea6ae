package vn.ocopmarket.catalog.feed.mongo;

import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.feed.Changes;
import vn.ocopmarket.contract.feed.ChangePage;
import vn.ocopmarket.outbox.EventLog;
import vn.ocopmarket.outbox.LogPage;

@Repository
class OutboxChanges implements Changes {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final EventLog log;

    OutboxChanges(EventLog log) {
        this.log = log;
    }

    @Override
    public Mono<ChangePage> after(long number, int limit, Duration wait) {
        return log.waitFor(number, limit, wait, Set.of())
                .map(LogPage::toChangePage)
                .timeout(wait.plus(GRACE));
    }
}
