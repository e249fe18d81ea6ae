package vn.ocopmarket.storefront.account;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How accounts are set up.
 *
 * @param file JSON list of accounts to ensure at start, or null for none
 */
@ConfigurationProperties("ocop.account")
record AccountSettings(@Nullable Path file) {}
