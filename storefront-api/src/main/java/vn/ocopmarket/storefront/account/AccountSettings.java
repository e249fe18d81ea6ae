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
 */
@ConfigurationProperties("ocop.account")
record AccountSettings(
        @Nullable Path file,
        @DefaultValue("https://ocopmarket.vn") String issuer,
        @DefaultValue("1h") Duration tokenLifetime) {}
