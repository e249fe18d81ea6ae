package vn.ocopmarket.indexer.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;
import vn.ocopmarket.indexer.index.domain.ShownStock;
import vn.ocopmarket.indexer.index.domain.Stamp;
import vn.ocopmarket.indexer.projection.ProjectingProducts;

/**
 * Which products of a batch have to be written.
 *
 * @param torn ids of products whose parts were read at different moments
 * @param unchanged how many are right already
 */
record BatchPlan(List<DocumentWrite> writes, List<String> torn, long unchanged) {

    static BatchPlan of(
            List<ProductRecord> batch,
            List<AvailabilityRecord> availability,
            Map<String, Indexed> indexed,
            ProjectingProducts projecting) {
        var bySku = availability.stream()
                .collect(Collectors.toMap(AvailabilityRecord::sku, Function.identity(), BatchPlan::newer));
        var writes = new ArrayList<DocumentWrite>();
        var torn = new ArrayList<String>();
        var unchanged = 0;
        for (var product : newestOfEach(batch)) {
            var own = own(product, bySku);
            var there = indexed.get(product.id());
            switch (there == null ? Stamp.Age.NEWER : age(product, own, there)) {
                case NEWER -> writes.add(new DocumentWrite(projecting.document(product, own), there));
                case MIXED -> torn.add(product.id());
                case SAME, OLDER -> unchanged++;
            }
        }
        return new BatchPlan(writes, torn, unchanged);
    }

    /** A change of stock that nobody sees is none. */
    private static Stamp.Age age(ProductRecord product, List<AvailabilityRecord> own, Indexed there) {
        var age = Stamp.of(product, own).against(there.stamp());
        var onlyStock =
                age == Stamp.Age.NEWER && product.revision() == there.stamp().revision();
        return onlyStock && there.stock().equals(ShownStock.of(own)) ? Stamp.Age.SAME : age;
    }

    /** @param results one for each write, in the same order */
    BatchOutcome outcome(List<WriteResult> results) {
        var overtaken = new ArrayList<>(torn);
        var written = new HashSet<String>();
        var refused = new ArrayList<WriteResult.Refused>();
        for (var result : results) {
            switch (result) {
                case WriteResult.Written done -> written.add(done.id());
                case WriteResult.Conflict conflict -> overtaken.add(conflict.id());
                case WriteResult.Refused refusal -> refused.add(refusal);
            }
        }
        var added = writes.stream()
                .filter(write -> write.replaces() == null)
                .filter(write -> written.contains(write.document().id()))
                .count();
        var counts = new RefreshCounts(added, written.size() - added, unchanged, refused.size());
        return new BatchOutcome(counts, overtaken, List.copyOf(written), refused);
    }

    private static List<AvailabilityRecord> own(ProductRecord product, Map<String, AvailabilityRecord> bySku) {
        Stream<AvailabilityRecord> own =
                product.variants().stream().map(Variant::sku).map(bySku::get).filter(Objects::nonNull);
        return own.toList();
    }

    private static List<ProductRecord> newestOfEach(List<ProductRecord> batch) {
        return List.copyOf(batch.stream()
                .collect(Collectors.toMap(
                        ProductRecord::id,
                        Function.identity(),
                        (one, other) -> one.revision() >= other.revision() ? one : other))
                .values());
    }

    private static AvailabilityRecord newer(AvailabilityRecord one, AvailabilityRecord other) {
        return one.version() >= other.version() ? one : other;
    }
}
