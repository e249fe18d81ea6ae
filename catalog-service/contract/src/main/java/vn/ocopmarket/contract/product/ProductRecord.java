package vn.ocopmarket.contract.product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.place.PlaceRef;

/**
 * A product as the catalogue publishes it; everything that depends on today's date is derived, never stored.
 *
 * @param id opaque
 * @param revision grows by one with every change; a reader may drop what is older than what it has
 * @param slug for addresses; unique, may change
 * @param certificates all recognitions, newest last
 * @param story in plain text; follows from the narrative when there is one
 * @param alcoholTenths alcohol by volume in tenths of a percent, or null when it is not a drink with alcohol
 * @param traceUrl the producer's own trace page, or null
 * @param notices codes of notices that the law wants shown with it
 * @param sample whether price, stock and certificate numbers are made up for a demonstration
 * @param dossier what is on record beside the certificates
 * @param narrative the story in sections, or null when it is plain text or there is none
 */
public record ProductRecord(
        String id,
        long revision,
        String slug,
        String name,
        ProducerRef producer,
        PlaceRef place,
        GroupRef group,
        List<Certificate> certificates,
        List<Variant> variants,
        @Nullable String story,
        List<Media> media,
        @Nullable Integer alcoholTenths,
        @Nullable String traceUrl,
        List<String> notices,
        boolean sample,
        Instant createdAt,
        Instant updatedAt,
        Dossier dossier,
        @Nullable Story narrative) {

    private static final Comparator<Certificate> BY_ISSUE =
            Comparator.comparing(Certificate::issuedOn).thenComparing(Certificate::number);

    public ProductRecord {
        certificates = certificates.stream().sorted(BY_ISSUE).toList();
        variants = List.copyOf(variants);
        media = List.copyOf(media);
        notices = List.copyOf(notices);
        dossier = Objects.requireNonNullElse(dossier, Dossier.NONE);
        narrative = narrative == null || narrative.sections().isEmpty() ? null : narrative;
        story = narrative == null ? story : narrative.plainText();
    }

    /** With nothing on record beside the certificates, and a story in plain text at most. */
    public ProductRecord(
            String id,
            long revision,
            String slug,
            String name,
            ProducerRef producer,
            PlaceRef place,
            GroupRef group,
            List<Certificate> certificates,
            List<Variant> variants,
            @Nullable String story,
            List<Media> media,
            @Nullable Integer alcoholTenths,
            @Nullable String traceUrl,
            List<String> notices,
            boolean sample,
            Instant createdAt,
            Instant updatedAt) {
        this(
                id,
                revision,
                slug,
                name,
                producer,
                place,
                group,
                certificates,
                variants,
                story,
                media,
                alcoholTenths,
                traceUrl,
                notices,
                sample,
                createdAt,
                updatedAt,
                Dossier.NONE,
                null);
    }

    public Optional<Variant> variant(String sku) {
        return variants.stream().filter(variant -> variant.sku().equals(sku)).findFirst();
    }

    /** The certificate whose stars are shown on that day: the newest one that holds; empty when none does. */
    public Optional<Certificate> certificateOn(LocalDate day) {
        return certificates.reversed().stream()
                .filter(this::concernedBy)
                .filter(certificate -> certificate.stateOn(day).showsStars())
                .findFirst();
    }

    /** Whether a certificate speaks of any variant; one that names only others lends no stars. */
    public boolean concernedBy(Certificate certificate) {
        return variants.isEmpty() || variants.stream().anyMatch(variant -> certificate.covers(variant.sku()));
    }

    /** Like {@link #certificateOn(LocalDate)}, among the certificates that cover the variant. */
    public Optional<Certificate> certificateOn(LocalDate day, String sku) {
        return certificates.reversed().stream()
                .filter(certificate -> certificate.covers(sku))
                .filter(certificate -> certificate.stateOn(day).showsStars())
                .findFirst();
    }

    /** The state of one certificate with its successors in view. */
    public CertificateState stateOn(LocalDate day, Certificate certificate) {
        var alone = certificate.stateOn(day);
        var superseded = alone.showsStars()
                && certificateOn(day)
                        .filter(current -> !current.equals(certificate))
                        .isPresent();
        return superseded ? CertificateState.SUPERSEDED : alone;
    }
}
