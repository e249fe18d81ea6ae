package vn.ocopmarket.catalog.inspection.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a finding is about.
 *
 * @param id of the producer, product or lot
 * @param label as it was called when the finding was recorded
 * @param productId of the product, or of the lot's; null for a producer
 */
public record Subject(
        Kind kind,
        String id,
        String label,
        String producerId,
        String producerName,
        String provinceCode,
        @Nullable String productId) {

    /** Kinds of things that are inspected. */
    public enum Kind {
        PRODUCER,
        PRODUCT,
        LOT
    }
}
