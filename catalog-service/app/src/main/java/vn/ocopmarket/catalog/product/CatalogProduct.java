package vn.ocopmarket.catalog.product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.NameKey;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.certification.CertifiedGroup;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.contract.product.Variant;

/**
 * A product as the system of record keeps it.
 *
 * @param record what is published
 * @param identities what lists know it by: name, producer and province, now and before
 * @param certifiedGroup the group in the words of its list, or null
 * @param history the latest of what was done to it, oldest first; each revision has one entry
 * @param removed whether the import that made it was taken back: it is not found any more, and its id is nobody else's
 */
public record CatalogProduct(
        ProductRecord record,
        Set<String> identities,
        @Nullable CertifiedGroup certifiedGroup,
        List<Deed> history,
        boolean removed) {

    private static final int ID_LENGTH = 14;

    public CatalogProduct {
        identities = Set.copyOf(identities);
        history = List.copyOf(history);
    }

    public CatalogProduct(
            ProductRecord record, Set<String> identities, @Nullable CertifiedGroup certifiedGroup, List<Deed> history) {
        this(record, identities, certifiedGroup, history, false);
    }

    public CatalogProduct(ProductRecord record, Set<String> identities, @Nullable CertifiedGroup certifiedGroup) {
        this(record, identities, certifiedGroup, List.of());
    }

    /** By what a list that names it so means it. */
    public static String identity(String name, String producerName, String provinceCode) {
        return provinceCode + '|' + NameKey.of(producerName) + '|' + NameKey.of(name);
    }

    /** The id of the product that is first known by that identity. */
    static String idOf(String identity) {
        return StableIds.of("product|" + identity, ID_LENGTH);
    }

    String identity() {
        return identity(record.name(), record.producer().name(), record.place().provinceCode());
    }

    /** A new product, with the deed that made it. */
    static CatalogProduct first(ProductRecord record, Set<String> identities, Deed deed) {
        var told = deed.making(record.revision(), ProductDifferences.between(null, record));
        return new CatalogProduct(record, identities, null, List.of(told));
    }

    /** The next revision, with the changed record and the deed that made it so; the same when nothing is new. */
    public CatalogProduct changedTo(ProductRecord next, @Nullable CertifiedGroup group, Deed deed) {
        var changed = changedTo(next, group, deed.at());
        return changed == this ? this : changed.told(record, deed);
    }

    /** Tells how it came to be, from what it was. */
    CatalogProduct told(@Nullable ProductRecord before, Deed deed) {
        var told = deed.making(record.revision(), ProductDifferences.between(before, record));
        return new CatalogProduct(record, identities, certifiedGroup, Deed.added(history, told));
    }

    /**
     * Its certificates once somebody else than an officer of certificates adds packs: those that cover everything cover what
     * there is, and not what is new.
     */
    public List<Certificate> certificatesBeside(List<Variant> variants) {
        var known = record.variants().stream().map(Variant::sku).collect(Collectors.toSet());
        return variants.stream().allMatch(variant -> known.contains(variant.sku()))
                ? record.certificates()
                : CertificateHistory.pinned(record.certificates(), known);
    }

    /** With the mark on the deed that made it, which ties it to what was noted before it is written. */
    public CatalogProduct marked(String mark) {
        var told = new ArrayList<>(history);
        told.set(told.size() - 1, told.getLast().marked(mark));
        return new CatalogProduct(record, identities, certifiedGroup, told, removed);
    }

    /** This content as the next revision of what there is; as the first one where there is nothing. */
    public CatalogProduct onTopOf(@Nullable CatalogProduct present, Deed deed) {
        if (present != null) {
            return present.becoming(this, deed);
        }
        var first = Records.at(record, 1, deed.at());
        return new CatalogProduct(first, identities, certifiedGroup).told(null, deed);
    }

    /** The next revision, which is what the other says, told as that deed. */
    public CatalogProduct becoming(CatalogProduct other, Deed deed) {
        var next = Records.at(other.record, record.revision() + 1, deed.at());
        return new CatalogProduct(next, other.identities, other.certifiedGroup, history).told(record, deed);
    }

    /** The same content, with its producer as it is called now. */
    public CatalogProduct madeBy(ProducerRef producer) {
        return new CatalogProduct(Records.with(record, producer), identities, certifiedGroup, history, removed);
    }

    /** The next revision, which nobody finds any more; what it is known by stays its own. */
    public CatalogProduct removedBy(Deed deed) {
        var bare = Records.at(Records.bare(record), record.revision() + 1, deed.at());
        var told = new CatalogProduct(bare, identities, null, history).told(record, deed);
        return new CatalogProduct(bare, identities, null, told.history, true);
    }

    /** Not yet told of: the next revision, with the changed record; the same product when nothing of it is new. */
    CatalogProduct changedTo(ProductRecord next, @Nullable CertifiedGroup group, Instant at) {
        var same = Records.at(next, record.revision(), record.updatedAt()).equals(record);
        if (same && !removed) {
            return this;
        }
        var renamed = new CatalogProduct(Records.at(next, record.revision() + 1, at), identities, group, history);
        var known = Stream.concat(identities.stream(), Stream.of(renamed.identity()))
                .collect(Collectors.toUnmodifiableSet());
        return new CatalogProduct(renamed.record(), known, group, history);
    }

    /** The next revision, with these certificates and papers, and the deed that made it so; the same when nothing is new. */
    public CatalogProduct changedTo(List<Certificate> certificates, Dossier dossier, Deed deed) {
        return changedTo(Records.with(Records.with(record, certificates), dossier), certifiedGroup, deed);
    }
}
