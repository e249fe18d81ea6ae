package vn.ocopmarket.storefront.returning.domain;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.returning.domain.Reception.Part;

/**
 * Whose goods the buyer of an order has. It alone says whose the units are that come back, and of no owner more of them than
 * are left: what enters the stock of one is never taken out of the pay of the other.
 *
 * @param given what the order was given
 * @param gone what of it came back, or is about to
 */
public record GoodsWithBuyer(List<Goods> given, List<Goods> gone) {

    public GoodsWithBuyer {
        given = List.copyOf(given);
        gone = List.copyOf(gone);
    }

    /** Units of one lot of one owner. */
    public record Goods(String sku, @Nullable String lot, Ownership ownership, long units) {

        boolean isOf(Ownership owner, String ofSku) {
            return ownership == owner && sku.equals(ofSku);
        }
    }

    /** Whose it is that came. */
    public sealed interface Judgement {

        /** The reception as it is to be booked. */
        record Known(Reception reception) implements Judgement {}

        /** Goods of both left with the order, and nobody said which came. */
        record Unsaid() implements Judgement {}

        /** Of a SKU of which goods of both left with the order there are only so many of this owner's left. */
        record TooManyOf(String sku, Ownership ownership, long left) implements Judgement {}
    }

    /** What came, as goods. */
    public static Stream<Goods> of(Reception reception) {
        return reception.parts().stream()
                .map(part -> new Goods(part.sku(), part.lot(), Ownership.orConsigned(part.ownership()), part.units()));
    }

    /** Whether units of this SKU are of more than one owner. */
    public boolean areOfBoth(String sku) {
        return owners(given.stream().filter(goods -> goods.sku().equals(sku))).size() > 1;
    }

    /** What the lot tells comes before what is said; what is not said may follow from what is left. */
    public Judgement judge(Reception reception) {
        var said = each(reception, part -> part.of(owner(part)));
        var known = each(said, part -> part.ownership() == null ? part.of(onlyOneLeft(part, said)) : part);
        if (!known.isOfKnownOwners()) {
            return new Judgement.Unsaid();
        }
        return known.parts().stream()
                .map(part -> tooMany(part, known))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> new Judgement.Known(known));
    }

    private static Reception each(Reception reception, UnaryOperator<Part> change) {
        return new Reception(
                reception.key(),
                reception.locationId(),
                reception.parts().stream().map(change).toList());
    }

    private @Nullable Ownership owner(Part part) {
        var owners = owners(part);
        return switch (owners.size()) {
            case 0 -> Ownership.CONSIGNED;
            case 1 -> owners.getFirst();
            default -> part.ownership();
        };
    }

    private @Nullable Ownership onlyOneLeft(Part part, Reception said) {
        var left = owners(part).stream()
                .filter(owner -> left(owner, part.sku()) > units(owner, part.sku(), said))
                .toList();
        return left.size() == 1 ? left.getFirst() : null;
    }

    private @Nullable Judgement tooMany(Part part, Reception known) {
        var owner = Ownership.orConsigned(part.ownership());
        var left = left(owner, part.sku());
        return areOfBoth(part.sku()) && units(owner, part.sku(), known) > left
                ? new Judgement.TooManyOf(part.sku(), owner, Math.max(0, left))
                : null;
    }

    /** A lot that never left with the order was read wrongly, and may be any of its lots. */
    private List<Ownership> owners(Part part) {
        var ofSku =
                given.stream().filter(goods -> goods.sku().equals(part.sku())).toList();
        var ofLot = ofSku.stream()
                .filter(goods -> Objects.equals(goods.lot(), part.lot()))
                .toList();
        return owners((ofLot.isEmpty() ? ofSku : ofLot).stream());
    }

    private static List<Ownership> owners(Stream<Goods> some) {
        return some.map(Goods::ownership).distinct().toList();
    }

    private long left(Ownership owner, String sku) {
        return units(owner, sku, given.stream()) - units(owner, sku, gone.stream());
    }

    private static long units(Ownership owner, String sku, Reception said) {
        var known =
                said.parts().stream().filter(part -> part.ownership() != null).toList();
        return units(owner, sku, of(new Reception(said.key(), said.locationId(), known)));
    }

    private static long units(Ownership owner, String sku, Stream<Goods> some) {
        return some.filter(goods -> goods.isOf(owner, sku))
                .mapToLong(Goods::units)
                .sum();
    }
}
