package vn.ocopmarket.storefront.ordercopy.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.order.Orders;
import vn.ocopmarket.storefront.ordercopy.Copy;
import vn.ocopmarket.storefront.ordercopy.WritingCopy;
import vn.ocopmarket.storefront.orderlink.OrderLinks;
import vn.ocopmarket.storefront.pages.Problem;

/** The copy as a file, for whoever has the order's link. */
@Controller
class OrderCopyPages {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Orders orders;
    private final OrderLinks links;
    private final WritingCopy writing;

    OrderCopyPages(Orders orders, OrderLinks links, WritingCopy writing) {
        this.orders = orders;
        this.links = links;
        this.writing = writing;
    }

    @GetMapping("/orders/{id}/copy")
    Mono<ResponseEntity<byte[]>> copy(
            @PathVariable String id, @RequestParam(defaultValue = "") String token, Locale locale) {
        return links.opens(id, token)
                .filter(opens -> opens)
                .flatMap(_ -> orders.find(id))
                .filter(Order::isPlaced)
                .flatMap(order -> writing.of(order, locale).map(copy -> file(order, copy)))
                .switchIfEmpty(Mono.error(() -> Problem.of("order-not-found", 404)));
    }

    private static ResponseEntity<byte[]> file(Order order, Copy copy) {
        var name = ContentDisposition.attachment()
                .filename(order.number() + ".html")
                .build();
        return ResponseEntity.ok()
                .contentType(PAGE)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(copy.html().getBytes(StandardCharsets.UTF_8));
    }
}
