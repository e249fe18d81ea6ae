package vn.ocopmarket.storefront.banktransfer;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;

/** Writes what a buyer needs to transfer money. */
public interface TransferSlips {

    /**
     * Everything on one slip.
     *
     * @param reference what the text of the transfer has to be
     * @param payload the text of the VietQR code, which says all of it
     */
    record Slip(String bank, String account, String holder, Money amount, String reference, String payload) {}

    /** What an order waits for, until when, and how long that is from now. */
    record Waiting(Slip slip, Instant until, Duration left) {}

    Slip of(String reference, Money amount);

    /** The slip of what is owed still; empty when the order does not wait for a transfer. */
    Mono<Waiting> waiting(String orderId);
}
