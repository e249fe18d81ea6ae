package vn.ocopmarket.catalog.trace;

import java.util.List;
import java.util.Objects;
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
    private final EvidenceFiles files;

    RecallingLots(KeepingLots keeping, EvidenceFiles files) {
        this.keeping = keeping;
        this.files = files;
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
    public Mono<Outcome<LotRecord>> close(String id, ClosingDraft draft, Caller caller) {
        if (!caller.may(Permission.CLOSE_RECALLS)) {
            return Mono.just(new Outcome.Forbidden<>());
        }
        var errors = draft.errors();
        if (!errors.isEmpty()) {
            return Mono.just(new Outcome.Invalid<>(errors));
        }
        var document = draft.document();
        return document == null
                ? carryOut(id, draft, caller)
                : files.find(id, document)
                        .flatMap(_ -> carryOut(id, draft, caller))
                        .defaultIfEmpty(new Outcome.Invalid<>(List.of(FieldError.of("document", "required"))));
    }

    private Mono<Outcome<LotRecord>> carryOut(String id, ClosingDraft draft, Caller caller) {
        return keeping.change(
                id,
                caller,
                lot -> lot.recall() == null
                        ? new Outcome.Unknown<>()
                        : new Outcome.Done<>(
                                LotChange.closed(lot, closing(draft)).orElse(lot)));
    }

    private Closing closing(ClosingDraft draft) {
        return new Closing(
                Objects.requireNonNull(draft.evidence()).strip(),
                draft.recovered(),
                draft.destroyed(),
                draft.document(),
                keeping.now());
    }

    /** Keeps what will prove the end of a recall. Never empty; for who keeps the lot. */
    public Mono<Outcome<EvidenceFile>> attach(String id, byte[] content, Caller caller) {
        return keeping.kept(
                id,
                caller,
                () -> EvidenceFile.of(content)
                        .map(file -> files.keep(id, file).<Outcome<EvidenceFile>>thenReturn(new Outcome.Done<>(file)))
                        .orElseGet(() ->
                                Mono.just(new Outcome.Invalid<>(List.of(FieldError.of("body", "evidence-file"))))));
    }

    /** Never empty; for who keeps the lot. */
    public Mono<Outcome<EvidenceFile>> evidence(String id, String sha256, Caller caller) {
        return keeping.kept(
                id,
                caller,
                () -> files.find(id, sha256)
                        .<Outcome<EvidenceFile>>map(Outcome.Done::new)
                        .defaultIfEmpty(new Outcome.Unknown<>()));
    }
}
