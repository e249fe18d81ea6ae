package vn.ocopmarket.storefront.throttle;

import java.time.Duration;

/**
 * How often something may be tried.
 *
 * @param name of what is tried; no two limits share one
 * @param most attempts that are looked at in one window
 * @param window windows follow each other without a gap
 */
public record Limit(String name, int most, Duration window) {}
