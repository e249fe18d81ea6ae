package vn.ocopmarket.storefront.trace.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

@Configuration(proxyBeanMethods = false)
class FirewallConfiguration {

    /** A lot number may have a slash, a percent sign or a semicolon in it, percent-encoded; nothing else here may. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var strict = new StrictServerWebExchangeFirewall();
        var codes = new StrictServerWebExchangeFirewall();
        codes.setAllowUrlEncodedSlash(true);
        codes.setAllowUrlEncodedDoubleSlash(true);
        codes.setAllowUrlEncodedPercent(true);
        codes.setAllowUrlEncodedPeriod(true);
        codes.setAllowSemicolon(true);
        return exchange -> {
            var path = exchange.getRequest().getURI().getRawPath();
            var isCode = path != null && (path.startsWith("/01/") || path.startsWith("/gtin/"));
            return (isCode ? codes : strict).getFirewalledExchange(exchange);
        };
    }
}
