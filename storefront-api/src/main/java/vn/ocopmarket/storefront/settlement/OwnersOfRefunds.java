package vn.ocopmarket.storefront.settlement;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps how many units that went back of a line of both owners were the market's own. It is decided once for each refund,
 * before any of it is entered: otherwise two who know of different refunds would enter one under both owners.
 */
public interface OwnersOfRefunds {

    /** Of those of these lines of which anything is decided. */
    Flux<Decided> of(Collection<String> lines);

    /** Decides of more refunds; false when somebody else decided of that line since it was read. */
    Mono<Boolean> decide(Decided before, Map<String, Long> more);

    /**
     * What is decided of one line of an order.
     *
     * @param owned how many units were the market's own, by the ids of refunds
     */
    record Decided(String line, Map<String, Long> owned) {

        public Decided {
            owned = Map.copyOf(owned);
        }

        public Decided and(Map<String, Long> more) {
            var all = new HashMap<>(owned);
            all.putAll(more);
            return new Decided(line, all);
        }
    }
}
