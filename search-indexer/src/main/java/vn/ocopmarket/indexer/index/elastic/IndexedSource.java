package vn.ocopmarket.indexer.index.elastic;

import co.elastic.clients.elasticsearch.core.get.GetResult;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.indexer.index.Indexed;
import vn.ocopmarket.indexer.index.domain.Stamp;

/** The parts of a stored document that tell its age. */
record IndexedSource(Product product, @Nullable List<Availability> availability) {

    static final List<String> FIELDS = List.of("product.revision", "availability.sku", "availability.version");

    record Product(long revision) {}

    record Availability(String sku, long version) {}

    static Indexed indexed(GetResult<IndexedSource> found) {
        var source = Objects.requireNonNull(found.source(), "A document without a source");
        return new Indexed(
                found.id(),
                source.stamp(),
                Objects.requireNonNull(found.seqNo(), "No sequence number"),
                Objects.requireNonNull(found.primaryTerm(), "No primary term"));
    }

    private Stamp stamp() {
        var records = availability == null ? List.<Availability>of() : availability;
        return new Stamp(
                product.revision(),
                records.stream().collect(Collectors.toMap(Availability::sku, Availability::version)));
    }
}
