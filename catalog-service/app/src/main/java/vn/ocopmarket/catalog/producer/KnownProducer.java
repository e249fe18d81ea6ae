package vn.ocopmarket.catalog.producer;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.NameKey;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.history.Deed;
import vn.ocopmarket.catalog.history.FieldChange;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * A producer with all that it is known by.
 *
 * @param identities name and province, now and before
 * @param history the latest of what was done to it, oldest first; each revision has one entry
 * @param removed whether the import that named it first was taken back: it is not found any more, until it is named again
 */
public record KnownProducer(
        ProducerRecord record, String provinceCode, Set<String> identities, List<Deed> history, boolean removed) {

    private static final int ID_LENGTH = 12;
    private static final int SLUG_SUFFIX = 4;

    public KnownProducer {
        identities = Set.copyOf(identities);
        history = List.copyOf(history);
    }

    /** By what a list that names it so means it. */
    public static String identity(String name, String provinceCode) {
        return provinceCode + '|' + NameKey.of(name);
    }

    /** A producer that a list names for the first time; who names it again comes to the same id and slug. */
    public static KnownProducer named(String name, String kind, PlaceRef place) {
        var identity = identity(name, place.provinceCode());
        var id = idOf(identity);
        var slug = VietnameseText.slug(name) + '-' + id.substring(0, SLUG_SUFFIX);
        var record = new ProducerRecord(id, 1, slug, VietnameseText.canonical(name), kind, place, null, null);
        return new KnownProducer(record, place.provinceCode(), Set.of(identity), List.of(), false);
    }

    /** The id of the producer that is first known by that identity. */
    public static String idOf(String identity) {
        return StableIds.of("producer|" + identity, ID_LENGTH);
    }

    /** The next revision, gone or back again. */
    public KnownProducer next(boolean gone, Deed deed) {
        return next(this, gone, deed);
    }

    /** The next revision, back again as it is named now. */
    public KnownProducer namedAgain(KnownProducer now) {
        return next(now, false, now.history.getLast());
    }

    private KnownProducer next(KnownProducer content, boolean gone, Deed deed) {
        var of = content.record;
        var next = new ProducerRecord(
                record.id(),
                record.revision() + 1,
                record.slug(),
                of.name(),
                of.kind(),
                of.place(),
                of.gln(),
                of.about());
        var told = new KnownProducer(next, provinceCode, identities, history, gone).told(record, deed);
        return new KnownProducer(next, provinceCode, identities, told.history, gone);
    }

    /** Tells how it came to be, from what it was; null when it is new. */
    public KnownProducer told(@Nullable ProducerRecord before, Deed deed) {
        return new KnownProducer(
                record,
                provinceCode,
                identities,
                Deed.added(history, deed.making(record.revision(), changes(before))),
                removed);
    }

    private List<FieldChange> changes(@Nullable ProducerRecord before) {
        return Stream.of(
                        FieldChange.between("name", before == null ? null : before.name(), record.name()),
                        FieldChange.between("kind", before == null ? null : before.kind(), record.kind()),
                        FieldChange.between(
                                "place", before == null ? null : words(before.place()), words(record.place())),
                        FieldChange.between("gln", before == null ? null : before.gln(), record.gln()),
                        FieldChange.between("about", before == null ? null : before.about(), record.about()))
                .flatMap(changes -> changes)
                .toList();
    }

    private static @Nullable String words(@Nullable PlaceRef place) {
        if (place == null) {
            return null;
        }
        return place.communeName() == null ? place.provinceName() : place.communeName() + ", " + place.provinceName();
    }

    public ProducerRef ref() {
        return new ProducerRef(record.id(), record.slug(), record.name(), record.kind());
    }
}
