package vn.ocopmarket.storefront.fulfillment.web;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.pages.Problem;

/** Papers to print: slips for whoever packs, and the receipt for whoever has the link of the order. */
@RestController
class PaperController {

    private static final int MOST_SLIPS = 50;

    private final OrderRooms rooms;
    private final Orders orders;
    private final OrderLinks links;
    private final Locations locations;
    private final Papers papers;

    PaperController(OrderRooms rooms, Orders orders, OrderLinks links, Locations locations, Papers papers) {
        this.rooms = rooms;
        this.orders = orders;
        this.links = links;
        this.locations = locations;
        this.papers = papers;
    }

    @GetMapping("/staff/orders/{id}/slip.pdf")
    Mono<ResponseEntity<byte[]>> slip(@PathVariable String id) {
        return slips(List.of(id));
    }

    /** Orders of elsewhere are left out. */
    @GetMapping("/staff/orders/slips.pdf")
    Mono<ResponseEntity<byte[]>> slips(@RequestParam(defaultValue = "") List<String> id) {
        return locations
                .all()
                .collectList()
                .map(ShowingOrders::names)
                .flatMap(names -> Flux.fromIterable(
                                id.stream().limit(MOST_SLIPS).toList())
                        .concatMap(each -> rooms.open(each)
                                .onErrorResume(failure -> id.size() > 1 && isUnknown(failure), _ -> Mono.empty()))
                        .map(opened -> OrderSheet.of(opened, names))
                        .collectList())
                .filter(sheets -> !sheets.isEmpty())
                .switchIfEmpty(Mono.error(OrderRooms::unknown))
                .flatMap(papers::slips)
                .map(pdf -> paper(pdf, "slips"));
    }

    @GetMapping("/orders/{id}/receipt.pdf")
    Mono<ResponseEntity<byte[]>> receipt(@PathVariable String id, @RequestParam(defaultValue = "") String token) {
        return links.opens(id, token)
                .filter(opens -> opens)
                .flatMap(_ -> orders.find(id))
                .filter(Order::isPlaced)
                .switchIfEmpty(Mono.error(OrderRooms::unknown))
                .flatMap(order -> papers.receipt(order).map(pdf -> paper(pdf, order.number())));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof Problem problem && problem.status() == 404;
    }

    private static ResponseEntity<byte[]> paper(byte[] pdf, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .body(pdf);
    }
}
