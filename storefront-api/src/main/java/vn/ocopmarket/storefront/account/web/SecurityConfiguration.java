package vn.ocopmarket.storefront.account.web;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.StaffAuthentication;

/**
 * Puts {@link AccessTable} into force: the JSON API by bearer token, pages by session cookie. Headers and the guard against
 * requests from other sites are those of the pages feature.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    @Bean
    WebSessionManager webSessionManager() {
        return _ -> Mono.just(NoSession.INSTANCE);
    }

    /** Requests are timed as a whole; timing each filter of each one apart costs more than it tells. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** What everybody may call, called by nobody in particular, needs no chain of filters; and it is most of what is called. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain openApi() {
        return new MatcherSecurityWebFilterChain(
                exchange -> isOpenToStrangers(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch(),
                List.of((exchange, chain) -> chain.filter(exchange)));
    }

    private static boolean isOpenToStrangers(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        return path.value().startsWith("/api/")
                && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && AccessTable.of(request.getMethod(), path).permission() == null;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityWebFilterChain apiSecurity(
            ServerHttpSecurity http,
            ReactiveJwtDecoder decoder,
            Converter<Jwt, Mono<StaffAuthentication>> staffOfTokens) {
        return common(http)
                .securityMatcher(pathMatchers("/api/**"))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> exchanges.anyExchange().access(SecurityConfiguration::decide))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint((_, _) -> AccessRefusals.unauthorized())
                        .accessDeniedHandler((_, _) -> AccessRefusals.forbidden())
                        .jwt(jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(staffOfTokens)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint((_, _) -> AccessRefusals.unauthorized())
                                .accessDeniedHandler((_, _) -> AccessRefusals.forbidden()))
                .build();
    }

    @Bean
    SecurityWebFilterChain pageSecurity(ServerHttpSecurity http, ServerSecurityContextRepository sessions) {
        return common(http)
                .securityContextRepository(sessions)
                .authorizeExchange(exchanges -> {
                    exchanges.pathMatchers("/actuator/health/**").permitAll();
                    exchanges
                            .pathMatchers("/actuator/**")
                            .access((_, context) ->
                                    Mono.just(new AuthorizationDecision(Neighbours.isOne(context.getExchange()))));
                    exchanges.anyExchange().access(SecurityConfiguration::decide);
                })
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (exchange, _) -> AccessRefusals.toSignIn(exchange))
                        .accessDeniedHandler((_, _) -> AccessRefusals.forbidden()))
                .build();
    }

    private static ServerHttpSecurity common(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()));
    }

    private static Mono<AuthorizationResult> decide(Mono<Authentication> authentication, AuthorizationContext context) {
        var request = context.getExchange().getRequest();
        var permission = AccessTable.of(request.getMethod(), request.getPath().pathWithinApplication())
                .permission();
        if (permission == null) {
            return Mono.just(new AuthorizationDecision(true));
        }
        return authentication
                .ofType(StaffAuthentication.class)
                .map(signedIn -> signedIn.getPrincipal().may(permission))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }
}
