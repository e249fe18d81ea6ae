package vn.ocopmarket.storefront.payment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.payment.FollowingDisputes;
import vn.ocopmarket.storefront.payment.FollowingDisputes.Open;

/** Disputes that are not decided, for whoever keeps the market's money; they are answered at the provider. */
@RestController
class DisputeController {

    private static final int MOST = 200;

    private final FollowingDisputes disputes;

    DisputeController(FollowingDisputes disputes) {
        this.disputes = disputes;
    }

    /** The oldest first; what is decided makes room for the rest. */
    @GetMapping("/api/v1/payments/disputes")
    Mono<DisputePage> open() {
        return disputes.open(MOST).collectList().map(items -> new DisputePage(items, null));
    }

    record DisputePage(List<Open> items, @Nullable String next) {}
}
