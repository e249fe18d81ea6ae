package vn.ocopmarket.catalog.product;

import java.time.Instant;
import java.util.List;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;

/** Copies of a published record with one thing changed. */
final class Records {

    private Records() {}

    static ProductRecord at(ProductRecord of, long revision, Instant updatedAt) {
        return copy(of, revision, of.producer(), of.certificates(), updatedAt, of.dossier());
    }

    static ProductRecord with(ProductRecord of, List<Certificate> certificates) {
        return copy(of, of.revision(), of.producer(), certificates, of.updatedAt(), of.dossier());
    }

    static ProductRecord with(ProductRecord of, ProducerRef producer) {
        return copy(of, of.revision(), producer, of.certificates(), of.updatedAt(), of.dossier());
    }

    static ProductRecord with(ProductRecord of, Dossier dossier) {
        return copy(of, of.revision(), of.producer(), of.certificates(), of.updatedAt(), dossier);
    }

    /** What is left when nothing is said of it: its name and where it belongs. */
    static ProductRecord bare(ProductRecord of) {
        return new ProductRecord(
                of.id(),
                of.revision(),
                of.slug(),
                of.name(),
                of.producer(),
                of.place(),
                of.group(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                of.sample(),
                of.createdAt(),
                of.updatedAt());
    }

    private static ProductRecord copy(
            ProductRecord of,
            long revision,
            ProducerRef producer,
            List<Certificate> certificates,
            Instant updatedAt,
            Dossier dossier) {
        return new ProductRecord(
                of.id(),
                revision,
                of.slug(),
                of.name(),
                producer,
                of.place(),
                of.group(),
                certificates,
                of.variants(),
                of.story(),
                of.media(),
                of.alcoholTenths(),
                of.traceUrl(),
                of.notices(),
                of.sample(),
                of.createdAt(),
                updatedAt,
                dossier,
                of.narrative());
    }
}
