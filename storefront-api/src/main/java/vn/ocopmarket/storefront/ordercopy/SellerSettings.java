package vn.ocopmarket.storefront.ordercopy;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who runs the market, as the law wants it told with every order.
 *
 * @param registration number of the business registration, with who gave it and when
 * @param representative who represents it in law
 */
@ConfigurationProperties("ocop.seller")
record SellerSettings(
        String name, String registration, String representative, String address, String phone, String email) {}
