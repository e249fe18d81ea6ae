package vn.ocopmarket.storefront.openapi;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The whole service as it is, without what other tests put in its place. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "vn.ocopmarket.storefront",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {".*Application(\\$.*)?", ".*(Tests|IT)(\\$.*)?"}))
class OpenApiApplication {}
