package vn.ocopmarket.storefront.fulfillment.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.fulfillment.CollectingOrder;
import vn.ocopmarket.storefront.fulfillment.OrderDesk.Pile;
import vn.ocopmarket.storefront.fulfillment.Packing;
import vn.ocopmarket.storefront.fulfillment.ReaddressingOrder;
import vn.ocopmarket.storefront.fulfillment.ShippingOrder;
import vn.ocopmarket.storefront.fulfillment.web.ShipmentRequests.StepRequest;
import vn.ocopmarket.storefront.order.Contact;
import vn.ocopmarket.storefront.order.OrderOutcome;
import vn.ocopmarket.storefront.pages.Problem;

/** Orders to pack, to hand over, on the way and waiting to be collected; and one of them with what can be done now. */
@DeskPage
@RequestMapping("/staff/orders")
class OrderDeskPages {

    private static final String ONCE = "[0-9a-z]{20,40}";
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.()-]");
    private static final Pattern PHONE = Pattern.compile("0[2-9]\\d{8,9}");
    private static final String NUMBER = "\\d{1,6}";
    private static final String QUANTITY = "q.";
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_TRACKING = 100;

    private final OrderRooms rooms;
    private final ShowingOrders showing;
    private final ShippingOrder shipping;
    private final CollectingOrder collecting;
    private final MovingParcels moving;
    private final ReaddressingOrder readdressing;

    OrderDeskPages(
            OrderRooms rooms,
            ShowingOrders showing,
            ShippingOrder shipping,
            CollectingOrder collecting,
            MovingParcels moving,
            ReaddressingOrder readdressing) {
        this.rooms = rooms;
        this.showing = showing;
        this.shipping = shipping;
        this.collecting = collecting;
        this.moving = moving;
        this.readdressing = readdressing;
    }

    @GetMapping
    Mono<Rendering> list(
            @RequestParam(defaultValue = "PACK") Pile pile,
            @RequestParam(defaultValue = "") String location,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        return rooms.member()
                .flatMap(member -> q.isBlank()
                        ? showing.pile(member, pile, location.isEmpty() ? null : location, after)
                        : showing.search(member, q.strip()));
    }

    @GetMapping("/{id}")
    Mono<Rendering> show(@PathVariable String id, Locale locale) {
        return rooms.open(id).flatMap(opened -> showing.order(opened, null, locale));
    }

    @PostMapping("/{id}/parcels")
    Mono<Rendering> pack(@PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return Mono.zip(rooms.open(id), SentForm.by(exchange, 0)).flatMap(both -> {
            var form = both.getT2();
            var location = form.field("location");
            both.getT1().mustFulfil(location);
            var quantities = quantities(form);
            return quantities.isEmpty()
                    ? showing.order(both.getT1(), "nothing", locale)
                    : shipping.pack(id, new Packing(once(form), location, quantities))
                            .flatMap(outcome -> shown(id, outcome, "parcel-packed", locale));
        });
    }

    @PostMapping("/{id}/parcels/{number}")
    Mono<Rendering> step(@PathVariable String id, @PathVariable int number, ServerWebExchange exchange, Locale locale) {
        return Mono.zip(rooms.open(id), SentForm.by(exchange, 0)).flatMap(both -> {
            var form = both.getT2();
            var step = MovingParcels.step(form.field("step"));
            var request = new StepRequest(
                    step,
                    form.field("carrier"),
                    shortened(form.field("tracking"), LONGEST_TRACKING),
                    shortened(form.field("reason"), LONGEST_REASON));
            return moving.move(both.getT1(), number, request, once(form))
                    .flatMap(outcome ->
                            shown(id, outcome, "parcel-" + step.name().toLowerCase(Locale.ROOT), locale));
        });
    }

    @PostMapping("/{id}/recipient")
    Mono<Rendering> readdress(@PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return Mono.zip(rooms.open(id), SentForm.by(exchange, 0)).flatMap(both -> {
            both.getT1().mustFulfilAll();
            var form = both.getT2();
            var name = form.field("name");
            var phone = phone(form.field("phone"));
            var street = form.field("street");
            if (name.isEmpty()
                    || name.length() > LONGEST_REASON
                    || street.length() > LONGEST_REASON
                    || !Contact.isPrintable(name)
                    || !Contact.isPrintable(street)
                    || !PHONE.matcher(phone).matches()) {
                return showing.order(both.getT1(), "recipient", locale);
            }
            return readdressing
                    .readdress(id, name, phone, street.isEmpty() ? null : street)
                    .flatMap(outcome -> shown(id, outcome, "order-readdressed", locale));
        });
    }

    @PostMapping("/{id}/pickup-endings")
    Mono<Rendering> end(@PathVariable String id, Locale locale) {
        return rooms.open(id)
                .doOnNext(OrderRooms.Opened::mustFulfilAll)
                .flatMap(_ -> collecting.endUncollected(id))
                .flatMap(outcome -> shown(id, outcome, "pickup-ended", locale));
    }

    private Mono<Rendering> shown(String id, OrderOutcome outcome, String done, Locale locale) {
        return switch (outcome) {
            case OrderOutcome.Moved _ ->
                Mono.just(Rendering.redirectTo("/staff/orders/" + id + "?done=" + done)
                        .status(HttpStatus.SEE_OTHER)
                        .build());
            case OrderOutcome.CodeMissing _ -> again(id, "code", locale);
            case OrderOutcome.LotRecalled _ -> again(id, "recalled", locale);
            case OrderOutcome.MoveRefused _ -> again(id, "moved", locale);
            case OrderOutcome.OrderUnknown _ -> Mono.error(OrderRooms.unknown());
        };
    }

    private Mono<Rendering> again(String id, String refusal, Locale locale) {
        return rooms.open(id).flatMap(opened -> showing.order(opened, refusal, locale));
    }

    private static Map<String, Long> quantities(SentForm form) {
        var quantities = new HashMap<String, Long>();
        form.fields().forEach((field, value) -> {
            var digits = value.strip();
            if (field.startsWith(QUANTITY) && digits.matches(NUMBER) && Long.parseLong(digits) > 0) {
                quantities.put(field.substring(QUANTITY.length()), Long.parseLong(digits));
            }
        });
        return quantities;
    }

    /** Without it a form that is sent twice could not be told from two parcels. */
    private static String once(SentForm form) {
        var once = form.field("once");
        if (!once.matches(ONCE)) {
            throw Problem.of("invalid-request", 400).with("field", "once");
        }
        return once;
    }

    /** As the checkout keeps it. */
    private static String phone(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("").replaceFirst("^\\+?84", "0");
    }

    private static String shortened(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }
}
