package vn.ocopmarket.storefront.trace;

import java.time.Instant;
import reactor.core.publisher.Flux;
import vn.ocopmarket.contract.trace.LinkAnswer;

/** What trace pages elsewhere last said, as the catalogue's monitor keeps it. */
public interface OutsideAnswers {

    /** Answers of that instant and later, oldest first; fails when the catalogue does not answer. */
    Flux<LinkAnswer> since(Instant from);
}
