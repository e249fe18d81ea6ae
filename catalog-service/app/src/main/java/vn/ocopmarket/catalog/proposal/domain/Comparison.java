package vn.ocopmarket.catalog.proposal.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.product.Variant;

/** Compares and merges contents field by field; packs are the same when their SKU is. */
public final class Comparison {

    private Comparison() {}

    /** The fields that are not the same in both, in the order of the table. */
    public static List<FieldRef> changed(Content from, Content to) {
        var changed = new ArrayList<FieldRef>();
        if (!Objects.equals(from.story(), to.story()) || !Objects.equals(from.narrative(), to.narrative())) {
            changed.add(FieldRef.of(EditableField.STORY));
        }
        add(changed, EditableField.PICTURES, from.media(), to.media());
        add(changed, EditableField.TRACE_PAGE, from.traceUrl(), to.traceUrl());
        add(changed, EditableField.ALCOHOL, from.alcoholTenths(), to.alcoholTenths());
        for (var before : from.variants()) {
            to.variant(before.sku())
                    .ifPresentOrElse(
                            after -> addPack(changed, before, after),
                            () -> changed.add(new FieldRef(EditableField.REMOVED_PACK, before.sku())));
        }
        to.variants().stream()
                .filter(after -> from.variant(after.sku()).isEmpty())
                .forEach(after -> changed.add(new FieldRef(EditableField.NEW_PACK, after.sku())));
        return changed;
    }

    private static void add(
            List<FieldRef> changed, EditableField field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(FieldRef.of(field));
        }
    }

    private static void addPack(List<FieldRef> changed, Variant before, Variant after) {
        addPack(changed, EditableField.PACK_NAME, before.sku(), before.label().equals(after.label()));
        addPack(changed, EditableField.NET_WEIGHT, before.sku(), Objects.equals(before.netWeight(), after.netWeight()));
        addPack(changed, EditableField.GTIN, before.sku(), Objects.equals(before.gtin(), after.gtin()));
        addPack(changed, EditableField.TAX_CLASS, before.sku(), before.taxClass() == after.taxClass());
        addPack(changed, EditableField.PRICE, before.sku(), Objects.equals(before.price(), after.price()));
    }

    private static void addPack(List<FieldRef> changed, EditableField field, String sku, boolean isSame) {
        if (!isSame) {
            changed.add(new FieldRef(field, sku));
        }
    }

    /** The first content with those fields of the second that are wanted. */
    public static Content take(Content from, Content to, Predicate<FieldRef> wanted) {
        var story = wanted.test(FieldRef.of(EditableField.STORY)) ? to : from;
        return new Content(
                story.story(),
                story.narrative(),
                (wanted.test(FieldRef.of(EditableField.PICTURES)) ? to : from).media(),
                (wanted.test(FieldRef.of(EditableField.ALCOHOL)) ? to : from).alcoholTenths(),
                (wanted.test(FieldRef.of(EditableField.TRACE_PAGE)) ? to : from).traceUrl(),
                Stream.concat(kept(from, to, wanted), added(from, to, wanted)).toList());
    }

    private static Stream<Variant> kept(Content from, Content to, Predicate<FieldRef> wanted) {
        return from.variants().stream()
                .filter(variant -> to.variant(variant.sku()).isPresent()
                        || !wanted.test(new FieldRef(EditableField.REMOVED_PACK, variant.sku())))
                .map(variant -> to.variant(variant.sku())
                        .map(after -> take(variant, after, wanted))
                        .orElse(variant));
    }

    private static Stream<Variant> added(Content from, Content to, Predicate<FieldRef> wanted) {
        return to.variants().stream()
                .filter(variant -> from.variant(variant.sku()).isEmpty())
                .filter(variant -> wanted.test(new FieldRef(EditableField.NEW_PACK, variant.sku())));
    }

    private static Variant take(Variant from, Variant to, Predicate<FieldRef> wanted) {
        return new Variant(
                from.sku(),
                pick(EditableField.GTIN, from, to, wanted).gtin(),
                pick(EditableField.PACK_NAME, from, to, wanted).label(),
                pick(EditableField.NET_WEIGHT, from, to, wanted).netWeight(),
                pick(EditableField.PRICE, from, to, wanted).price(),
                pick(EditableField.TAX_CLASS, from, to, wanted).taxClass());
    }

    private static Variant pick(EditableField field, Variant from, Variant to, Predicate<FieldRef> wanted) {
        return wanted.test(new FieldRef(field, from.sku())) ? to : from;
    }

    /**
     * The fields of a proposal that somebody changed in another way since it was made; none when it can be carried out.
     *
     * @param base what it was made from
     * @param current what there is now
     */
    public static List<FieldRef> collisions(Content base, Content wanted, Content current) {
        var since = new HashSet<>(changed(base, current));
        var apart = new HashSet<>(changed(wanted, current));
        return changed(base, wanted).stream()
                .filter(FieldRef::isReviewed)
                .filter(ref -> since.contains(ref) && apart.contains(ref)
                        || isGone(ref, since)
                        || isTakenOtherwise(ref, since, apart))
                .toList();
    }

    private static boolean isGone(FieldRef ref, HashSet<FieldRef> since) {
        return ref.sku() != null
                && ref.field() != EditableField.REMOVED_PACK
                && since.contains(new FieldRef(EditableField.REMOVED_PACK, ref.sku()));
    }

    /** A pack of that SKU was added by somebody else, as something else. */
    private static boolean isTakenOtherwise(FieldRef ref, HashSet<FieldRef> since, HashSet<FieldRef> apart) {
        return ref.field() == EditableField.NEW_PACK
                && since.contains(ref)
                && apart.stream().anyMatch(other -> Objects.equals(other.sku(), ref.sku()) && other.isReviewed());
    }

    /** What there is now with all that the proposal changes of what it was made from. */
    public static Content merged(Content base, Content wanted, Content current) {
        var changed = new HashSet<>(changed(base, wanted));
        return take(current, wanted, ref -> ref.isReviewed() && changed.contains(ref));
    }
}
