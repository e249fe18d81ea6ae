package vn.ocopmarket.storefront.banktransfer.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.storefront.banktransfer.ReceivingNotices;
import vn.ocopmarket.storefront.banktransfer.domain.BankNotice;
import vn.ocopmarket.storefront.pages.Problem;

/** Takes the bank's notices; 2xx says that the notice is on the disk, nothing more. */
@RestController
class BankNoticeController {

    private static final byte[] NOTHING = {};

    private final ReceivingNotices receiving;
    private final JsonMapper json;

    BankNoticeController(ReceivingNotices receiving, JsonMapper json) {
        this.receiving = receiving;
        this.json = json;
    }

    @PostMapping("/api/v1/payments/bank-notices")
    Mono<ResponseEntity<Void>> receive(
            @RequestHeader(name = "Bank-Signature", defaultValue = "") String signature,
            @RequestBody(required = false) Mono<byte[]> body) {
        return body.defaultIfEmpty(NOTHING).flatMap(raw -> {
            if (!receiving.isGenuine(raw, signature)) {
                return Mono.error(Problem.of("invalid-signature", 400));
            }
            return receiving.receive(read(raw)).flatMap(receipt -> switch (receipt) {
                case KEPT, REPEATED -> Mono.just(ResponseEntity.noContent().build());
                case CONTRADICTING -> Mono.error(Problem.of("notice-contradicts", 409));
            });
        });
    }

    private BankNotice read(byte[] raw) {
        try {
            return json.readValue(raw, BankNoticeForm.class).notice();
        } catch (JacksonException _) {
            throw Problem.of("invalid-request", 400);
        }
    }
}
