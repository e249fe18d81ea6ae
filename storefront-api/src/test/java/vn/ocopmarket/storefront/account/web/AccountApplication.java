package vn.ocopmarket.storefront.account.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The service with no features but accounts and the frame of its pages. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "vn.ocopmarket.storefront",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "vn\\.ocopmarket\\.storefront\\.(?!(?:account|desk|secret|throttle|signin|secondfactor|token|notification)\\.|pages\\.)[a-z]+\\..*",
                            "vn\\.ocopmarket\\.storefront\\.StorefrontApplication",
                            ".*(Tests|IT)(\\$.*)?"
                        }))
class AccountApplication {}
