package vn.ocopmarket.storefront.returning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.stock.Ownership;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.returning.domain.BuyerRequest;
import vn.ocopmarket.storefront.returning.domain.Reception;
import vn.ocopmarket.storefront.returning.domain.Reception.Condition;
import vn.ocopmarket.storefront.returning.domain.Reception.Part;

/** The form in which staff write what came back: for each lot that left with the order, how much of it in which state. */
@Component
class ReceptionForms {

    private static final int KEY_LENGTH = 26;

    private final Orders orders;
    private final Locations locations;
    private final RandomIds ids;

    ReceptionForms(Orders orders, Locations locations, RandomIds ids) {
        this.orders = orders;
        this.locations = locations;
        this.ids = ids;
    }

    /** One lot of one of the goods that are asked about. */
    record Row(
            String sku,
            String name,
            @Nullable String lot,
            Ownership ownership,
            @Nullable LocalDate bestBefore,
            long asked) {}

    /** What the page shows. */
    record Form(String once, List<Row> rows, List<Location> places, Condition[] conditions) {

        /** What a place is called, or its id when it is none of theirs. */
        public String placeName(String id) {
            return places.stream()
                    .filter(place -> place.id().equals(id))
                    .map(Location::name)
                    .findFirst()
                    .orElse(id);
        }
    }

    Mono<Form> of(StaffMember member, BuyerRequest request) {
        var places = locations
                .all()
                .filter(location -> member.may(Permission.RECEIVE_STOCK, Where.location(location.id())))
                .collectList();
        return Mono.zip(orders.find(request.orderId()), places)
                .map(both ->
                        new Form(ids.next(KEY_LENGTH), rows(both.getT1(), request), both.getT2(), Condition.values()));
    }

    /** How many parcels the page told of; rows follow what was awaited then, so no other request is meant. */
    static int before(SentForm form) {
        var before = form.field("before");
        if (!before.matches("\\d{1,4}")) {
            throw Problem.of("invalid-request", 400);
        }
        return Integer.parseInt(before);
    }

    /** What was written; fields are {@code n.<row>.<condition>}. */
    Mono<Reception> read(BuyerRequest request, SentForm form) {
        var once = form.field("once");
        if (once.isEmpty()) {
            return Mono.error(Problem.of("invalid-request", 400));
        }
        return orders.find(request.orderId()).map(order -> {
            var rows = rows(order, request);
            var parts = new ArrayList<Part>();
            for (var i = 0; i < rows.size(); i++) {
                for (var condition : Condition.values()) {
                    var units = form.field("n." + i + "." + condition);
                    if (units.matches("[1-9]\\d{0,5}")) {
                        var row = rows.get(i);
                        parts.add(new Part(
                                row.sku(),
                                row.lot(),
                                row.ownership(),
                                row.bestBefore(),
                                condition,
                                Long.parseLong(units)));
                    }
                }
            }
            return new Reception("page:" + once, form.field("location"), parts);
        });
    }

    private static List<Row> rows(Order order, BuyerRequest request) {
        return request.wish().lines().stream()
                .filter(line -> request.awaited(line.sku()) > 0)
                .flatMap(line -> order.preparation().takes().stream()
                        .filter(take -> take.sku().equals(line.sku()))
                        .map(take -> new Row(
                                line.sku(),
                                line.name(),
                                take.lot(),
                                take.ownership(),
                                take.bestBefore(),
                                request.awaited(line.sku())))
                        .distinct())
                .toList();
    }
}
