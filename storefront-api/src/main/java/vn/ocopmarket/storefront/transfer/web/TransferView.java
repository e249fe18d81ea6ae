package vn.ocopmarket.storefront.transfer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.transfer.domain.Reception;
import vn.ocopmarket.storefront.transfer.domain.Reception.Counted;
import vn.ocopmarket.storefront.transfer.domain.Transfer;
import vn.ocopmarket.storefront.transfer.domain.Transfer.Parcel;

/** A transfer as it is shown; what was found on arrival stands beside what was sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferView(
        String id,
        String from,
        String to,
        String state,
        List<AskedView> lines,
        List<ParcelView> parcels,
        Instant sentAt,
        String sentBy,
        @Nullable String note,
        @Nullable Instant receivedAt,
        @Nullable String receivedBy) {

    record AskedView(String sku, long quantity) {}

    /** A lot; nothing is counted before it is received. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParcelView(
            String sku,
            @Nullable String lot,
            Ownership ownership,
            @Nullable LocalDate bestBefore,
            long sent,
            @Nullable Long good,
            @Nullable Long damaged,
            @Nullable String reason) {

        private static ParcelView of(Parcel parcel, @Nullable Counted counted) {
            return new ParcelView(
                    parcel.sku(),
                    parcel.lot(),
                    parcel.ownership(),
                    parcel.bestBefore(),
                    parcel.quantity(),
                    counted == null ? null : Long.valueOf(counted.good()),
                    counted == null ? null : Long.valueOf(counted.damaged()),
                    counted == null ? null : counted.why());
        }

        /** How many fewer came than were sent, or more if negative. */
        public long missing() {
            return good == null || damaged == null ? 0 : sent - good - damaged;
        }
    }

    static TransferView of(Transfer transfer) {
        var reception = transfer.reception();
        return new TransferView(
                transfer.id(),
                transfer.from(),
                transfer.to(),
                transfer.state().name(),
                transfer.asked().stream()
                        .map(asked -> new AskedView(asked.sku(), asked.quantity()))
                        .toList(),
                transfer.parcels().stream()
                        .map(parcel -> ParcelView.of(parcel, counted(parcel, reception)))
                        .toList(),
                transfer.sent().at(),
                transfer.sent().by(),
                transfer.sent().note(),
                reception == null ? null : reception.deed().at(),
                reception == null ? null : reception.deed().by());
    }

    private static @Nullable Counted counted(Parcel parcel, @Nullable Reception reception) {
        return reception == null
                ? null
                : reception.counted().stream()
                        .filter(counted -> counted.isOf(parcel))
                        .findFirst()
                        .orElse(null);
    }
}
