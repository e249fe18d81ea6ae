package vn.ocopmarket.catalog.stamp;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.stamp.ActingOnStamps.Tried;
import vn.ocopmarket.catalog.stamp.domain.Batch;
import vn.ocopmarket.catalog.stamp.domain.Fate;
import vn.ocopmarket.catalog.stamp.domain.StampNote;
import vn.ocopmarket.contract.gs1.LotNumber;

/** Notes what became of stamps, and takes back what was noted by mistake. */
public final class NotingStamps {

    private final ActingOnStamps acting;
    private final Clock clock;

    NotingStamps(ActingOnStamps acting, Clock clock) {
        this.acting = acting;
        this.clock = clock;
    }

    /** Never empty; the same note again changes nothing. */
    public Mono<StampOutcome> note(String batch, NoteDraft draft, Caller caller) {
        return acting.act(batch, caller, there -> Mono.just(tryToNote(there, draft)));
    }

    private Tried tryToNote(Batch batch, NoteDraft draft) {
        var numbers = ReadNumbers.of(batch, draft.first(), draft.last());
        var today = LocalDate.now(clock);
        var on = Objects.requireNonNullElse(draft.on(), today);
        var errors = new ArrayList<>(numbers.errors());
        ReadNumbers.day(errors, batch, on, today);
        errors.addAll(errors(draft));
        if (!errors.isEmpty()) {
            return new Tried.Wrong(errors);
        }
        var fate = Objects.requireNonNull(draft.fate());
        var span = Objects.requireNonNull(numbers.span());
        var named = words(draft.lot());
        var lot = fate == Fate.USED && !named.isEmpty() ? named : null;
        var reason = words(draft.reason());
        return new Tried.Acted(
                batch.note(new StampNote(span, fate, lot, reason, on)),
                "STAMPS_" + fate,
                ReadNumbers.written(batch, span),
                lot == null ? reason : (lot + ' ' + reason).strip());
    }

    private static List<FieldError> errors(NoteDraft draft) {
        var errors = new ArrayList<FieldError>();
        if (draft.fate() == null) {
            errors.add(FieldError.of("fate", "required"));
        } else if (draft.fate() != Fate.USED || !words(draft.reason()).isEmpty()) {
            ReadNumbers.need(errors, "reason", draft.reason());
        }
        if (!words(draft.lot()).isEmpty() && !isLot(words(draft.lot()))) {
            errors.add(FieldError.of("lot", "stamp-lot"));
        }
        return errors;
    }

    private static boolean isLot(String text) {
        try {
            return !new LotNumber(text).value().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String words(@Nullable String said) {
        return said == null ? "" : said.strip();
    }

    /** Never empty. */
    public Mono<StampOutcome> correct(String batch, NumbersDraft draft, Caller caller) {
        return acting.act(batch, caller, there -> Mono.just(tryToCorrect(there, draft)));
    }

    private static Tried tryToCorrect(Batch batch, NumbersDraft draft) {
        var numbers = ReadNumbers.of(batch, draft.first(), draft.last());
        var errors = new ArrayList<>(numbers.errors());
        ReadNumbers.need(errors, "reason", draft.reason());
        if (!errors.isEmpty()) {
            return new Tried.Wrong(errors);
        }
        var span = Objects.requireNonNull(numbers.span());
        return new Tried.Acted(
                batch.correct(span),
                "STAMP_NOTE_TAKEN_BACK",
                ReadNumbers.written(batch, span),
                Objects.requireNonNull(draft.reason()).strip());
    }
}
