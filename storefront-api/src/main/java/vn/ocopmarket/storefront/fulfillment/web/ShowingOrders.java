package vn.ocopmarket.storefront.fulfillment.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.fulfillment.Carriers;
import vn.ocopmarket.storefront.fulfillment.OrderDesk;
import vn.ocopmarket.storefront.fulfillment.OrderDesk.Page;
import vn.ocopmarket.storefront.fulfillment.OrderDesk.Pile;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.TimelineEntry;

/** Puts the pages of the desk of orders together. */
@Component
class ShowingOrders {

    private static final int PAGE = 50;
    private static final int ONCE_LENGTH = 26;

    private final OrderDesk desk;
    private final Locations locations;
    private final Carriers carriers;
    private final MessageSource messages;
    private final RandomIds ids;
    private final Clock clock;

    ShowingOrders(
            OrderDesk desk,
            Locations locations,
            Carriers carriers,
            MessageSource messages,
            RandomIds ids,
            Clock clock) {
        this.desk = desk;
        this.locations = locations;
        this.carriers = carriers;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /** What happened to an order, for people to read. */
    record Happened(Instant at, String what, @Nullable String detail) {}

    Mono<Rendering> pile(StaffMember member, Pile pile, @Nullable String location, @Nullable String after) {
        return mine(member)
                .flatMap(mine -> desk.pile(pile, at(member, mine, location), after, PAGE)
                        .map(page -> list(member, mine, page)
                                .modelAttribute("pile", pile.name())
                                .modelAttribute("location", location == null ? "" : location)
                                .modelAttribute("query", "")
                                .build()));
    }

    Mono<Rendering> search(StaffMember member, String query) {
        return mine(member)
                .flatMap(mine -> desk.search(query, OrderRooms.locations(member), PAGE)
                        .collectList()
                        .map(found -> list(member, mine, new Page(found, null))
                                .modelAttribute("pile", "")
                                .modelAttribute("location", "")
                                .modelAttribute("query", query)
                                .build()));
    }

    private Rendering.Builder<?> list(StaffMember member, List<Location> mine, Page page) {
        var names = names(mine);
        var sheets = page.orders().stream()
                .map(order -> OrderSheet.of(new OrderRooms.Opened(member, order), names))
                .toList();
        var builder = Rendering.view("orderdesk/list")
                .modelAttribute("piles", Pile.values())
                .modelAttribute("places", mine)
                .modelAttribute("sheets", sheets);
        return page.next() == null ? builder : builder.modelAttribute("next", page.next());
    }

    /** @param refusal key of what went wrong with the last step, or null */
    Mono<Rendering> order(OrderRooms.Opened opened, @Nullable String refusal, Locale locale) {
        return locations.all().collectList().map(all -> {
            var page = Rendering.view("orderdesk/show")
                    .modelAttribute("sheet", OrderSheet.of(opened, names(all)))
                    .modelAttribute("carriers", carriers.all())
                    .modelAttribute("happened", happened(opened.order(), locale))
                    .modelAttribute("now", clock.instant())
                    .modelAttribute("once", ids.next(ONCE_LENGTH));
            return refusal == null
                    ? page.build()
                    : page.modelAttribute("refusal", refusal).build();
        });
    }

    private List<Happened> happened(Order order, Locale locale) {
        return order.timeline().stream().map(entry -> happened(entry, locale)).toList();
    }

    private Happened happened(TimelineEntry entry, Locale locale) {
        var amount = entry.amount();
        var arguments = amount == null ? null : new Object[] {amount};
        var detail = entry.detail();
        return new Happened(
                entry.at(),
                messages.getMessage("order.timeline." + entry.what(), arguments, locale),
                detail == null || amount != null
                        ? null
                        : messages.getMessage("order.reason." + detail, null, detail, locale));
    }

    Mono<List<Location>> mine(StaffMember member) {
        var own = OrderRooms.locations(member);
        return locations
                .all()
                .filter(location -> own == null || own.contains(location.id()))
                .collectList();
    }

    private static @Nullable Set<String> at(StaffMember member, List<Location> mine, @Nullable String location) {
        var isMine = mine.stream().anyMatch(place -> place.id().equals(location));
        return location != null && isMine ? Set.of(location) : OrderRooms.locations(member);
    }

    static Map<String, String> names(List<Location> places) {
        return places.stream().collect(Collectors.toMap(Location::id, Location::name));
    }
}
