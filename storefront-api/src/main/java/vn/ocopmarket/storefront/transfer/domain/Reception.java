package vn.ocopmarket.storefront.transfer.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Deed;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Parcel;

/**
 * What was found when a transfer arrived.
 *
 * @param id of the request that said so; the same again changes nothing
 */
public record Reception(String id, Deed deed, List<Counted> counted) {

    public Reception {
        counted = List.copyOf(counted);
    }

    /**
     * What came of one lot.
     *
     * @param ownership whose they are; null when nobody said so, which is enough where the lot came of one owner only
     * @param good can be sold
     * @param damaged came, and cannot be sold
     * @param why fewer came than were sent, or null
     */
    public record Counted(
            String sku,
            @Nullable String lot,
            @Nullable Ownership ownership,
            long good,
            long damaged,
            @Nullable String why) {

        public long came() {
            return good + damaged;
        }

        public boolean isOf(Parcel parcel) {
            return sku.equals(parcel.sku())
                    && Objects.equals(lot, parcel.lot())
                    && (ownership == null || ownership == parcel.ownership());
        }
    }

    /** A lot with what was sent and what came of it. */
    public record Compared(Parcel parcel, Counted counted) {

        public long missing() {
            return Math.max(0, parcel.quantity() - counted.came());
        }

        public long surplus() {
            return Math.max(0, counted.came() - parcel.quantity());
        }

        /** Nobody counts short without saying why. */
        public boolean isUnexplained() {
            return missing() > 0 && counted.why() == null;
        }
    }

    /** Each lot that was sent with what came of it; empty when not each was counted once, or others were. */
    public List<Compared> against(List<Parcel> parcels) {
        var compared = parcels.stream()
                .flatMap(parcel ->
                        counted.stream().filter(each -> each.isOf(parcel)).map(each -> new Compared(parcel, each)))
                .toList();
        var lots = compared.stream().map(Compared::parcel).distinct().count();
        var isEachOnce =
                lots == parcels.size() && counted.size() == parcels.size() && compared.size() == parcels.size();
        return isEachOnce ? compared : List.of();
    }
}
