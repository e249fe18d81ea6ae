package vn.ocopmarket.indexer.index.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * The versions of all that a document is made of. Each of them only grows at its source, so two stamps of one product tell
 * which document is newer.
 *
 * @param revision of the product
 * @param availability version by SKU
 */
public record Stamp(long revision, Map<String, Long> availability) {

    public Stamp {
        availability = Map.copyOf(availability);
    }

    public static Stamp of(ProductRecord product, List<AvailabilityRecord> availability) {
        return new Stamp(
                product.revision(),
                availability.stream()
                        .filter(record -> product.variant(record.sku()).isPresent())
                        .collect(Collectors.toMap(AvailabilityRecord::sku, AvailabilityRecord::version)));
    }

    /** What this one is, seen from the one in the index. */
    public Age against(Stamp indexed) {
        var older = revision < indexed.revision
                || availability.entrySet().stream().anyMatch(part -> part.getValue() < indexed.version(part.getKey()));
        var newer = revision > indexed.revision
                || availability.entrySet().stream().anyMatch(part -> part.getValue() > indexed.version(part.getKey()))
                || !availability.keySet().containsAll(indexed.availability.keySet());
        if (older) {
            return newer ? Age.MIXED : Age.OLDER;
        }
        return newer ? Age.NEWER : Age.SAME;
    }

    private long version(String sku) {
        return availability.getOrDefault(sku, Long.MIN_VALUE);
    }

    /** How one stamp relates to another. */
    public enum Age {
        SAME,
        NEWER,
        OLDER,
        /** Newer in one part and older in another: what was read is not of one moment. */
        MIXED
    }
}
