package vn.ocopmarket.catalog.trace;

import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.trace.domain.LotChange;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.LotRecord.Closing;
import vn.ocopmarket.contract.trace.LotRecord.Recall;

/** Calls lots back, and closes recalls with evidence. */
public final class RecallingLots {

    private static final int LONGEST_TEXT = 2_000;

    private final KeepingLots keeping;

    RecallingLots(KeepingLots keeping) {
        this.keeping = keeping;
    }

    /** Never empty. Its producer or an officer; a lot that is recalled already stays as it is. */
    public Mono<Outcome<LotRecord>> recall(String id, RecallDraft draft, Caller caller) {
        var reason = draft.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_TEXT) {
            return Mono.just(new Outcome.Invalid<>(List.of(FieldError.of("reason", "required"))));
        }
        return keeping.change(id, caller, lot -> {
            var recall = new Recall(reason.strip(), draft.advice(), draft.decision(), keeping.now(), null);
            return new Outcome.Done<>(LotChange.recalled(lot, recall).orElse(lot));
        });
    }

    /** Never empty. Only an officer of the province says that the goods are back or destroyed. */
    public Mono<Outcome<LotRecord>> close(String id, String evidence, Caller caller) {
        if (!caller.may(Permission.CLOSE_RECALLS)) {
            return Mono.just(new Outcome.Forbidden<>());
        }
        if (evidence.isBlank() || evidence.length() > LONGEST_TEXT) {
            return Mono.just(new Outcome.Invalid<>(List.of(FieldError.of("evidence", "required"))));
        }
        return keeping.change(
                id,
                caller,
                lot -> lot.recall() == null
                        ? new Outcome.Unknown<>()
                        : new Outcome.Done<>(LotChange.closed(lot, new Closing(evidence.strip(), keeping.now()))
                                .orElse(lot)));
    }
}
