package vn.ocopmarket.storefront.banktransfer;

import java.time.Clock;
import java.time.Duration;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.banktransfer.domain.VietQr;
import vn.ocopmarket.storefront.payment.ReceivingTransfers;

/** Slips for the market's own account. */
record VietQrSlips(BankSettings bank, ReceivingTransfers payments, Clock clock) implements TransferSlips {

    @Override
    public Slip of(String reference, Money amount) {
        return new Slip(
                bank.name(),
                bank.account(),
                bank.holder(),
                amount,
                reference,
                VietQr.payload(bank.bin(), bank.account(), amount, reference));
    }

    @Override
    public Mono<Waiting> waiting(String orderId) {
        return payments.awaited(orderId)
                .map(awaited -> new Waiting(
                        of(awaited.reference(), awaited.owed()),
                        awaited.until(),
                        Duration.between(clock.instant(), awaited.until())));
    }
}
