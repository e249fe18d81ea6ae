package vn.ocopmarket.storefront.payment.domain;

import java.time.Instant;
import vn.ocopmarket.contract.money.Money;

/** Money that came in. */
public record Receipt(String intentId, Money amount, Instant at) {}
