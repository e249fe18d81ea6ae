package vn.ocopmarket.storefront.signin.web;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClient;

/** Reads what the provider signed: with its published keys, from it, for us and for now. */
final class OidcTokens implements ReactiveJwtDecoderFactory<ClientRegistration> {

    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private final WebClient client;
    private final Map<ClientRegistration, ReactiveJwtDecoder> decoders = new ConcurrentHashMap<>();

    OidcTokens(WebClient client) {
        this.client = client;
    }

    @Override
    public ReactiveJwtDecoder createDecoder(ClientRegistration registration) {
        return decoders.computeIfAbsent(registration, this::decoder);
    }

    private ReactiveJwtDecoder decoder(ClientRegistration registration) {
        var keys = String.valueOf(registration.getProviderDetails().getJwkSetUri());
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .webClient(client)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }
}
