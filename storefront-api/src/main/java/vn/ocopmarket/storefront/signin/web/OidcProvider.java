package vn.ocopmarket.storefront.signin.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.signin.OidcSettings;

/** What the configured provider says about itself, asked when somebody first wants to go there, and again every day. */
final class OidcProvider implements ReactiveClientRegistrationRepository {

    static final String ID = "provider";

    private static final Duration ASKED_AGAIN = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Mono<ClientRegistration> registration;

    /**
     * @param callback address on our side to which the browser comes back
     * @param threads on which the framework draws random numbers, which blocks now and then
     */
    OidcProvider(OidcSettings settings, String callback, WebClient client, Scheduler threads) {
        this.registration = client.get()
                .uri(settings.issuer() + "/.well-known/openid-configuration")
                .retrieve()
                .bodyToMono(new ParameterizedTypeReference<Map<String, Object>>() {})
                .timeout(LONGEST_WAIT)
                .map(metadata -> registration(settings, callback, metadata))
                .cache(_ -> ASKED_AGAIN, _ -> Duration.ZERO, () -> Duration.ZERO)
                .publishOn(threads);
    }

    /** An error when the provider cannot be asked. */
    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return id.equals(ID) ? registration : Mono.empty();
    }

    private static ClientRegistration registration(
            OidcSettings settings, String callback, Map<String, Object> metadata) {
        if (!settings.issuer().equals(metadata.get("issuer"))) {
            throw new IllegalStateException("The provider names itself " + metadata.get("issuer"));
        }
        return ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri(callback)
                .scope("openid", "email")
                .build();
    }
}
