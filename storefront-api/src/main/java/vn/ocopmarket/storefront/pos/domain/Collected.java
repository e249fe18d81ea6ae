package vn.ocopmarket.storefront.pos.domain;

import java.time.Instant;
import vn.ocopmarket.contract.money.Money;

/**
 * Cash taken for an order that its buyer collected.
 *
 * @param number of the order, for people
 */
public record Collected(String number, Instant at, Money cash) {}
