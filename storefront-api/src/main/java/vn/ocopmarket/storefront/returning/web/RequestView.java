package vn.ocopmarket.storefront.returning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest.Kind;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.RequestState;

/** A request as buyers and staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        String id,
        String orderId,
        String number,
        String kind,
        String state,
        List<Line> lines,
        String reason,
        @Nullable String note,
        List<Step> steps,
        @Nullable List<ReceptionView> receptions,
        @Nullable String trouble,
        List<String> allowed) {

    /**
     * Goods that are asked about.
     *
     * @param awaited how many have not come back, or not for good, while it is open
     */
    record Line(String sku, String name, long quantity, long awaited) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String state,
            Instant at,
            @Nullable String words,
            @Nullable String by,
            @Nullable String reference) {}

    record ReceptionView(String locationId, List<Part> parts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(String sku, @Nullable String lot, @Nullable Ownership ownership, String condition, long quantity) {}

    /** Without who of the staff did what. */
    static RequestView forBuyer(BuyerRequest request) {
        return of(request, false);
    }

    static RequestView forStaff(BuyerRequest request) {
        return of(request, true);
    }

    /** Whether the buyer may still take it back. */
    public boolean mayWithdraw() {
        return allowed.contains(RequestState.WITHDRAWN.name());
    }

    /** Whether what is left to do may be settled in another way. */
    public boolean mayBeSettled() {
        var isDrop = kind.equals(Kind.DROP.name()) && state.equals(RequestState.APPROVED.name());
        return trouble != null && (isDrop || state.equals(RequestState.RECEIVED.name()));
    }

    /** What goods of the request are called. */
    public String nameOf(String sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .map(Line::name)
                .findFirst()
                .orElse(sku);
    }

    private static RequestView of(BuyerRequest request, boolean staff) {
        return new RequestView(
                request.id(),
                request.orderId(),
                request.number(),
                request.kind().name(),
                request.state().name(),
                request.wish().lines().stream()
                        .map(line -> new Line(line.sku(), line.name(), line.units(), request.awaited(line.sku())))
                        .toList(),
                request.wish().reason(),
                request.wish().note(),
                request.steps().stream()
                        .map(step -> new Step(
                                step.to().name(), step.at(), step.words(), staff ? step.by() : null, step.reference()))
                        .toList(),
                staff
                        ? request.receptions().stream()
                                .map(RequestView::reception)
                                .toList()
                        : null,
                staff ? request.trouble() : null,
                request.allowed().stream().map(Enum::name).sorted().toList());
    }

    private static ReceptionView reception(Reception reception) {
        return new ReceptionView(
                reception.locationId(),
                reception.parts().stream()
                        .map(part -> new Part(
                                part.sku(),
                                part.lot(),
                                part.ownership(),
                                part.condition().name(),
                                part.units()))
                        .toList());
    }
}
