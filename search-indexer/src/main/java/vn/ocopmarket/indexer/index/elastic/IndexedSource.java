package vn.ocopmarket.indexer.index.elastic;

import co.elastic.clients.elasticsearch.core.get.GetResult;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.feed.AvailabilityRecord;
import vn.ocopmarket.indexer.index.Indexed;
import vn.ocopmarket.indexer.index.domain.ShownStock;
import vn.ocopmarket.indexer.index.domain.Stamp;

/** The parts of a stored document that tell its age and its stock. */
record IndexedSource(Product product, @Nullable List<AvailabilityRecord> availability) {

    static final List<String> FIELDS = List.of("product.revision", "availability");

    record Product(long revision) {}

    static Indexed indexed(GetResult<IndexedSource> found) {
        var source = Objects.requireNonNull(found.source(), "A document without a source");
        var records = Objects.requireNonNullElse(source.availability, List.<AvailabilityRecord>of());
        var versions = records.stream().collect(Collectors.toMap(AvailabilityRecord::sku, AvailabilityRecord::version));
        return new Indexed(
                found.id(),
                new Stamp(source.product.revision(), versions),
                ShownStock.of(records),
                Objects.requireNonNull(found.seqNo(), "No sequence number"),
                Objects.requireNonNull(found.primaryTerm(), "No primary term"));
    }
}
