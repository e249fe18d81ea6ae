package vn.ocopmarket.catalog.producer;

import java.util.Set;
import vn.ocopmarket.catalog.NameKey;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.contract.place.PlaceRef;
import vn.ocopmarket.contract.product.ProducerRecord;
import vn.ocopmarket.contract.product.ProducerRef;
import vn.ocopmarket.contract.text.VietnameseText;

/**
 * A producer with all that it is known by.
 *
 * @param identities name and province, now and before
 */
public record KnownProducer(ProducerRecord record, String provinceCode, Set<String> identities) {

    private static final int ID_LENGTH = 12;
    private static final int SLUG_SUFFIX = 4;

    public KnownProducer {
        identities = Set.copyOf(identities);
    }

    /** By what a list that names it so means it. */
    public static String identity(String name, String provinceCode) {
        return provinceCode + '|' + NameKey.of(name);
    }

    /** A producer that a list names for the first time; who names it again comes to the same id and slug. */
    public static KnownProducer named(String name, String kind, PlaceRef place) {
        var identity = identity(name, place.provinceCode());
        var id = StableIds.of("producer|" + identity, ID_LENGTH);
        var slug = VietnameseText.slug(name) + '-' + id.substring(0, SLUG_SUFFIX);
        var record = new ProducerRecord(id, 1, slug, VietnameseText.canonical(name), kind, place, null, null);
        return new KnownProducer(record, place.provinceCode(), Set.of(identity));
    }

    public ProducerRef ref() {
        return new ProducerRef(record.id(), record.slug(), record.name(), record.kind());
    }
}
