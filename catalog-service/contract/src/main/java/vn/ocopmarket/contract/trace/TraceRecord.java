package vn.ocopmarket.contract.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * All that is known behind one code on a pack.
 *
 * @param producer or null when its register entry is gone
 * @param sku the variant that the code names
 * @param lot or null when the code names none, or one that nobody has written down
 * @param steps what happened to it, oldest first; only what its producer or its officers have reported
 */
public record TraceRecord(
        ProductRecord product,
        @Nullable ProducerRecord producer,
        String sku,
        @Nullable LotRecord lot,
        List<Step> steps) {

    public TraceRecord {
        steps = List.copyOf(steps);
    }

    /**
     * One EPCIS event in short.
     *
     * @param type such as {@code ObjectEvent}
     * @param offset of the clock at the place, such as {@code +07:00}
     * @param bizStep bare word of the Core Business Vocabulary, or a URI, or null
     * @param place identifier of where it happened, or null
     * @param declaredWrong whether who reported it has since said that it was an error
     */
    public record Step(
            String eventId,
            String type,
            Instant at,
            String offset,
            @Nullable String bizStep,
            @Nullable String disposition,
            @Nullable String place,
            boolean declaredWrong) {}
}
