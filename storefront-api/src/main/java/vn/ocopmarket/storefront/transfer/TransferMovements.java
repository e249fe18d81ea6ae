package vn.ocopmarket.storefront.transfer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Movement;
import vn.ocopmarket.storefront.inventory.Movement.Kind;
import vn.ocopmarket.storefront.inventory.Movement.Reason;
import vn.ocopmarket.storefront.inventory.SetAside;
import vn.ocopmarket.storefront.inventory.Take;
import vn.ocopmarket.storefront.transfer.domain.Reception;
import vn.ocopmarket.storefront.transfer.domain.Reception.Compared;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Parcel;

/** The movements that a transfer is made of; ids follow from its own, so that each is done once. */
final class TransferMovements {

    private TransferMovements() {}

    static Movement sending(Transfer transfer) {
        var lines = transfer.asked().stream()
                .map(asked -> new Movement.Line(asked.sku(), null, null, asked.quantity()))
                .toList();
        var sent = transfer.sent();
        return new Movement(
                id(transfer, "out"),
                Kind.TRANSFER,
                transfer.from(),
                SetAside.IN_TRANSIT.at(transfer.to()),
                lines,
                sent.by(),
                sent.note(),
                sent.at());
    }

    static List<Parcel> parcels(List<Take> takes) {
        return takes.stream()
                .map(take -> new Parcel(take.sku(), take.lot(), take.ownership(), take.bestBefore(), take.quantity()))
                .toList();
    }

    /** In this order: a surplus must be there before it is put away, and what is missing goes last. */
    static List<Movement> receiving(Transfer transfer) {
        var reception = requireNonNull(transfer.reception());
        var compared = reception.against(transfer.parcels());
        var movements = new ArrayList<Movement>();
        var surplus = lines(compared, Compared::surplus);
        if (!surplus.isEmpty()) {
            movements.add(adjustment(transfer, reception, Reason.OVER_DELIVERY, surplus));
        }
        var good = lines(compared, each -> each.counted().good());
        if (!good.isEmpty()) {
            movements.add(relocation(transfer, reception, transfer.to(), good));
        }
        var damaged = lines(compared, each -> each.counted().damaged());
        if (!damaged.isEmpty()) {
            movements.add(relocation(transfer, reception, SetAside.DAMAGED.at(transfer.to()), damaged));
        }
        var missing = compared.stream()
                .filter(each -> each.missing() > 0)
                .collect(Collectors.groupingBy(TransferMovements::why, TreeMap::new, Collectors.toList()));
        missing.forEach((why, lost) ->
                movements.add(adjustment(transfer, reception, why, lines(lost, each -> -each.missing()))));
        return movements;
    }

    private static Movement relocation(
            Transfer transfer, Reception reception, String place, List<Movement.Line> lines) {
        return new Movement(
                id(transfer, place.equals(transfer.to()) ? "in" : "damaged"),
                Kind.RELOCATION,
                SetAside.IN_TRANSIT.at(transfer.to()),
                place,
                lines,
                reception.deed().by(),
                reception.deed().note(),
                reception.deed().at());
    }

    private static Movement adjustment(Transfer transfer, Reception reception, Reason why, List<Movement.Line> lines) {
        return new Movement(
                id(transfer, why.name()),
                Kind.ADJUSTMENT,
                SetAside.IN_TRANSIT.at(transfer.to()),
                null,
                lines,
                reception.deed().by(),
                reception.deed().note(),
                reception.deed().at(),
                why);
    }

    private static Reason why(Compared compared) {
        @Nullable String why = compared.counted().why();
        return why == null ? Reason.SHORT_DELIVERY : Reason.valueOf(why);
    }

    private static List<Movement.Line> lines(List<Compared> compared, ToLongFunction<Compared> quantity) {
        return compared.stream()
                .filter(each -> quantity.applyAsLong(each) != 0)
                .map(each -> new Movement.Line(
                        each.parcel().sku(),
                        each.parcel().lot(),
                        each.parcel().ownership(),
                        each.parcel().bestBefore(),
                        quantity.applyAsLong(each)))
                .toList();
    }

    private static String id(Transfer transfer, String step) {
        return "transfer:" + transfer.id() + ":" + step;
    }
}
