package vn.ocopmarket.catalog.access.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who issues tokens.
 *
 * @param url address of storefront-api; empty where tokens are somebody else's, who cannot be asked
 */
@ConfigurationProperties("ocop.issuer")
record IssuerSettings(@DefaultValue("") String url) {}
