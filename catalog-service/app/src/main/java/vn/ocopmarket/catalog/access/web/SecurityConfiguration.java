package vn.ocopmarket.catalog.access.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.TrustingTokens;
import vn.ocopmarket.catalog.problem.Problem;

/** Puts {@link AccessTable} into force. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain api(ServerHttpSecurity http, TrustingTokens trusting) {
        return http.authorizeExchange(exchanges -> exchanges.anyExchange().access(SecurityConfiguration::decide))
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(token -> trusted(token, trusting)))
                        .authenticationEntryPoint((exchange, refused) -> unauthorized(exchange, refused)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (exchange, refused) -> unauthorized(exchange, refused))
                        .accessDeniedHandler((_, _) -> Mono.error(Problem.of("forbidden", 403))))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .build();
    }

    /** Requests are timed as a whole; timing each filter of each one apart costs more than it tells. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Numbers of certificates contain slashes, which come percent-encoded. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        return firewall;
    }

    private static Mono<JwtAuthenticationToken> trusted(Jwt token, TrustingTokens trusting) {
        return trusting.trusts(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt())
                .flatMap(trusted -> trusted
                        ? Mono.just(new JwtAuthenticationToken(token, List.of()))
                        : Mono.error(new InvalidBearerTokenException("It counts no more")));
    }

    private static Mono<AuthorizationResult> decide(Mono<Authentication> authentication, AuthorizationContext context) {
        var request = context.getExchange().getRequest();
        var permission = AccessTable.of(request.getMethod(), request.getPath().pathWithinApplication())
                .permission();
        if (permission == null) {
            return Mono.just(new AuthorizationDecision(true));
        }
        return authentication
                .ofType(JwtAuthenticationToken.class)
                .map(token -> Caller.of(token.getTokenAttributes()).may(permission))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    private static Mono<Void> unauthorized(ServerWebExchange exchange, AuthenticationException refused) {
        exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
        return Mono.error(Problem.of("unauthorized", 401));
    }
}
