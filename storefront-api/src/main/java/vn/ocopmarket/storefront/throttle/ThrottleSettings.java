package vn.ocopmarket.storefront.throttle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands before this service.
 *
 * @param trustedProxies how many proxies of ours a request comes through; each adds the address it heard it from
 */
@ConfigurationProperties("ocop.throttle")
record ThrottleSettings(@DefaultValue("0") int trustedProxies) {}
