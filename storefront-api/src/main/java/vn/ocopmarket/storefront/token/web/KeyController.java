package vn.ocopmarket.storefront.token.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.token.KeyRing;

/** The keys to check tokens with, and the order to sign with another. */
@RestController
class KeyController {

    private final KeyRing keys;
    private final Clock clock;

    KeyController(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The newest key pair, and from when on it signs. */
    record SigningKeyView(String keyId, OffsetDateTime signsFrom) {}

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> keys() {
        return keys.published();
    }

    @PostMapping("/api/v1/signing-keys")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SigningKeyView> rotate() {
        return keys.rotateNow()
                .map(rotation -> new SigningKeyView(
                        rotation.keyId(),
                        rotation.signsFrom().atZone(clock.getZone()).toOffsetDateTime()));
    }
}
