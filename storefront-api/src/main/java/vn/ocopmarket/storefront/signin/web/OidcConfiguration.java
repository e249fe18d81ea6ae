package vn.ocopmarket.storefront.signin.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationCodeAuthenticationTokenConverter;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.pages.PagesSettings;
import vn.ocopmarket.storefront.signin.OidcSettings;

/** Puts Spring Security's parts together; there is no way to a provider where none is configured. */
@Configuration(proxyBeanMethods = false)
class OidcConfiguration {

    static final String CALLBACK = "/sign-in/callback";

    @Bean
    @Nullable
    OidcSignIn oidcSignIn(
            OidcSettings settings, PagesSettings pages, WebClient.Builder clients, Scheduler passwordScheduler) {
        if (!settings.isConfigured()) {
            return null;
        }
        var client = clients.build();
        var provider = new OidcProvider(settings, pages.baseUrl() + CALLBACK, client, passwordScheduler);
        return signIn(provider, pages, client);
    }

    private static OidcSignIn signIn(OidcProvider provider, PagesSettings pages, WebClient client) {
        var requests = new OidcRequests(provider, pages.baseUrl().startsWith("https:"));
        var resolver = new DefaultServerOAuth2AuthorizationRequestResolver(provider);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var answers = new ServerOAuth2AuthorizationCodeAuthenticationTokenConverter(provider);
        answers.setAuthorizationRequestRepository(requests);
        return new OidcSignIn(resolver, requests, answers, manager(client));
    }

    private static OidcAuthorizationCodeReactiveAuthenticationManager manager(WebClient client) {
        var tokens = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        tokens.setWebClient(client);
        var people = new DefaultReactiveOAuth2UserService();
        people.setWebClient(client);
        var users = new OidcReactiveOAuth2UserService();
        users.setOauth2UserService(people);
        var manager = new OidcAuthorizationCodeReactiveAuthenticationManager(tokens, users);
        manager.setJwtDecoderFactory(new OidcTokens(client));
        return manager;
    }
}
