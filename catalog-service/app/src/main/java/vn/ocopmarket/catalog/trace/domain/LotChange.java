package vn.ocopmarket.catalog.trace.domain;

import java.time.Instant;
import java.util.Optional;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.LotRecord.Closing;
import vn.ocopmarket.contract.trace.LotRecord.Recall;

/** What may happen to a lot: each step gives its next revision, or nothing where it may not be taken. */
public final class LotChange {

    private LotChange() {}

    /** What its maker says of it anew; whether it is recalled does not change by that. */
    public static LotRecord edited(LotRecord lot, LotRecord said, Instant at) {
        return new LotRecord(
                lot.id(),
                lot.revision() + 1,
                lot.productId(),
                lot.sku(),
                lot.gtin(),
                lot.lot(),
                said.producedOn(),
                said.bestBefore(),
                said.quantity(),
                said.inputs(),
                said.standards(),
                lot.recall(),
                lot.createdAt(),
                at);
    }

    /** Empty when it is recalled already. */
    public static Optional<LotRecord> recalled(LotRecord lot, Recall recall) {
        return lot.recall() == null ? Optional.of(with(lot, recall, recall.startedAt())) : Optional.empty();
    }

    /** Empty when there is no recall to close. */
    public static Optional<LotRecord> closed(LotRecord lot, Closing closing) {
        var recall = lot.recall();
        if (recall == null || recall.closing() != null) {
            return Optional.empty();
        }
        var ended = new Recall(recall.reason(), recall.advice(), recall.decision(), recall.startedAt(), closing);
        return Optional.of(with(lot, ended, closing.at()));
    }

    private static LotRecord with(LotRecord lot, Recall recall, Instant at) {
        return new LotRecord(
                lot.id(),
                lot.revision() + 1,
                lot.productId(),
                lot.sku(),
                lot.gtin(),
                lot.lot(),
                lot.producedOn(),
                lot.bestBefore(),
                lot.quantity(),
                lot.inputs(),
                lot.standards(),
                recall,
                lot.createdAt(),
                at);
    }
}
