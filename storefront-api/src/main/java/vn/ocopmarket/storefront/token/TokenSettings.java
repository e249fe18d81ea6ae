package vn.ocopmarket.storefront.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are issued.
 *
 * @param issuer named in tokens
 * @param keyAge after which another key pair begins to sign
 */
@ConfigurationProperties("ocop.token")
record TokenSettings(
        @DefaultValue("https://ocopmarket.vn") String issuer,
        @DefaultValue("30m") Duration lifetime,
        @DefaultValue("90d") Duration keyAge) {}
