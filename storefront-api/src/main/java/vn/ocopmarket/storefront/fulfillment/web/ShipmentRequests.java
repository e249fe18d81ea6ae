package vn.ocopmarket.storefront.fulfillment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;

/** What the API is asked about parcels. */
final class ShipmentRequests {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 200;
    private static final long MOST_UNITS = 1_000_000;

    private ShipmentRequests() {}

    /**
     * A new parcel.
     *
     * @param lines what goes into it; all that is left there when there are none
     */
    record PackRequest(
            @NotBlank @Size(max = LONGEST_NAME) String locationId,
            @Nullable @Size(max = 200) List<@Valid LineRequest> lines) {

        Map<String, Long> quantities() {
            var quantities = new HashMap<String, Long>();
            Objects.requireNonNullElse(lines, List.<LineRequest>of())
                    .forEach(line -> quantities.merge(line.sku(), line.quantity(), Math::addExact));
            return quantities;
        }
    }

    record LineRequest(
            @NotBlank @Size(max = LONGEST_NAME) String sku,
            @Min(1) @Max(MOST_UNITS) long quantity) {}

    /**
     * What happened to a parcel.
     *
     * @param carrier code of who carries it
     * @param reason why an attempt to deliver it failed
     */
    record StepRequest(
            @NotNull Step step,
            @Nullable @Size(max = LONGEST_NAME) String carrier,
            @Nullable @Size(max = LONGEST_NAME) String trackingNumber,
            @Nullable @Size(max = LONGEST_REASON) String reason) {

        enum Step {
            HANDED_OVER,
            TRACKED,
            ATTEMPT_FAILED,
            DELIVERED,
            RETURNED,
            UNPACKED
        }
    }

    record CodeRequest(
            @NotBlank @Size(max = LONGEST_NAME) String locationId,
            @NotBlank @Size(max = LONGEST_NAME) String code) {}

    /**
     * The goods are given to whoever showed the code.
     *
     * @param identityChecked whether somebody looked at an identity card
     * @param cashTaken what was taken; nothing when it is missing
     */
    record HandoverRequest(
            @NotBlank @Size(max = LONGEST_NAME) String locationId,
            @NotBlank @Size(max = LONGEST_NAME) String code,
            boolean identityChecked,
            @Nullable Money cashTaken) {}

    /**
     * The goods are given to somebody who has no code.
     *
     * @param reason is kept with the order
     * @param identityChecked whether somebody looked at an identity card
     * @param cashTaken what was taken; nothing when it is missing
     */
    record OverrideRequest(
            @NotBlank @Size(max = LONGEST_REASON) String reason,
            boolean identityChecked,
            @Nullable Money cashTaken) {}
}
