package vn.ocopmarket.storefront.account;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts are set up.
 *
 * @param file JSON list of accounts to ensure at start, or null for none
 * @param issuer named in tokens
 * @param keyAge after which another key pair begins to sign
 * @param trustedProxies how many proxies of ours a request comes through; each adds the address it heard it from
 */
@ConfigurationProperties("ocop.account")
record AccountSettings(
        @Nullable Path file,
        @DefaultValue("https://ocopmarket.vn") String issuer,
        @DefaultValue("30m") Duration tokenLifetime,
        @DefaultValue("90d") Duration keyAge,
        @DefaultValue("0") int trustedProxies) {}
