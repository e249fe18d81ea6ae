package vn.ocopmarket.storefront.fair.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.fair.domain.PublishDecision.NothingPicked;
import vn.ocopmarket.storefront.fair.domain.PublishDecision.Publishable;
import vn.ocopmarket.storefront.fair.domain.PublishDecision.UnfitPicks;

/** A fair: planned as a {@link Draft}, shown to everybody as {@link Published}, over for good as {@link Closed}. */
public sealed interface Fair {

    String id();

    /** For addresses; never changes. */
    String slug();

    /** Grows with every change; a change is stored only over the version it was made from. */
    long version();

    FairPlan plan();

    List<Pick> picks();

    default boolean hasPicked(String productId) {
        return picks().stream().anyMatch(pick -> pick.productId().equals(productId));
    }

    /** The stock location of a stall. */
    default String locationOf(Stall stall) {
        return "fair-%s-%s".formatted(id(), VietnameseText.slug(stall.number()));
    }

    /** Being planned; nobody else sees it. */
    record Draft(String id, String slug, long version, FairPlan plan, List<Pick> picks) implements Fair {

        public Draft {
            picks = List.copyOf(picks);
        }

        public Draft replan(FairPlan other) {
            return new Draft(id, slug, version + 1, other, picks);
        }

        /** That it may be picked has been judged before. */
        public Draft pick(Pick pick) {
            return hasPicked(pick.productId()) ? this : withPicks(Stream.concat(picks.stream(), Stream.of(pick)));
        }

        public Draft drop(String productId) {
            return withPicks(picks.stream().filter(pick -> !pick.productId().equals(productId)));
        }

        /** Shows it to everybody, when everything that was picked still may be shown on every day. */
        public PublishDecision publish(Map<String, Fitness> judged, Instant now) {
            if (picks.isEmpty()) {
                return new NothingPicked();
            }
            var unfit = picks.stream()
                    .filter(pick -> !(judged.get(pick.productId()) instanceof Fitness.Fit))
                    .toList();
            return unfit.isEmpty()
                    ? new Publishable(new Published(id, slug, version + 1, plan, picks, now))
                    : new UnfitPicks(unfit);
        }

        private Draft withPicks(Stream<Pick> other) {
            return new Draft(id, slug, version + 1, plan, other.toList());
        }
    }

    /** Everybody sees it. What is picked and planned stays as it is. */
    record Published(String id, String slug, long version, FairPlan plan, List<Pick> picks, Instant publishedAt)
            implements Fair {

        public Published {
            picks = List.copyOf(picks);
        }

        public Closed close(Instant now) {
            return new Closed(id, slug, version + 1, plan, picks, publishedAt, now);
        }
    }

    /** Over. */
    record Closed(
            String id,
            String slug,
            long version,
            FairPlan plan,
            List<Pick> picks,
            Instant publishedAt,
            Instant closedAt)
            implements Fair {

        public Closed {
            picks = List.copyOf(picks);
        }
    }
}
