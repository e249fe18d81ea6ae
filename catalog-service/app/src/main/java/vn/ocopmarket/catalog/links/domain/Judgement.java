package vn.ocopmarket.catalog.links.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.trace.LinkAnswer;
import vn.ocopmarket.contract.trace.LinkAnswer.State;

/**
 * What is held of a link after it was asked.
 *
 * @param failures how many times in a row it gave nothing to read
 * @param due when to ask again
 */
public record Judgement(LinkAnswer answer, int failures, Instant due) {

    /** A site that is down for a night is not broken. */
    static final int PATIENCE = 3;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration FIRST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(7);
    private static final int MOST_DOUBLINGS = 8;
    /** Up to a tenth of the pause, so that links of one import are not asked in one rush for ever. */
    private static final int JITTER_PARTS = 1_000;

    /**
     * @param before what was known of the same address, or null
     * @param failed how many times in a row before
     */
    public static Judgement of(
            String productId, String url, @Nullable LinkAnswer before, int failed, Finding found, Instant now) {
        var failures = found.fault() == null ? 0 : failed + 1;
        var state = state(found, failures);
        var since = before != null && before.state() == state ? before.since() : now;
        var answer = new LinkAnswer(productId, url, state, found.status(), found.fault(), now, since);
        return new Judgement(answer, failures, now.plus(jittered(pause(failures), productId, now)));
    }

    private static State state(Finding found, int failures) {
        return switch (found.fault()) {
            case null -> State.WORKING;
            case MALFORMED, NOT_PUBLIC, MISSING, TOO_MANY_REDIRECTS -> State.BROKEN;
            case REFUSED -> State.UNKNOWN;
            case NO_SUCH_HOST, UNREACHABLE, TOO_SLOW, SERVER_ERROR, EMPTY ->
                failures < PATIENCE ? State.UNKNOWN : State.BROKEN;
        };
    }

    /** A day when all is well; else longer after each failure, from an hour to a week. */
    private static Duration pause(int failures) {
        if (failures == 0) {
            return A_DAY;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Duration jittered(Duration pause, String productId, Instant now) {
        var part = Math.floorMod(31 * productId.hashCode() + now.hashCode(), JITTER_PARTS);
        return pause.plus(pause.dividedBy(10).multipliedBy(part).dividedBy(JITTER_PARTS));
    }
}
