package vn.ocopmarket.storefront.banktransfer;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ocopmarket.outbox.WakeUp;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.payment.ReceivingTransfers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BankSettings.class)
class BankTransferConfiguration {

    private static final Duration POLL = Duration.ofSeconds(2);

    private final WakeUp hints = new WakeUp();

    @Bean
    TransferSlips transferSlips(BankSettings bank, ReceivingTransfers payments, Clock clock) {
        return new VietQrSlips(bank, payments, clock);
    }

    @Bean
    ReceivingNotices receivingNotices(BankSettings bank, BankNotices notices, Clock clock) {
        return new ReceivingNotices(
                new NoticeSignatures(bank.noticeSecret(), Clock.systemUTC()), notices, hints, clock);
    }

    @Bean
    BookingTransfers bookingTransfers(
            BankNotices notices, ReceivingTransfers payments, BankSettings bank, Clock clock) {
        return new BookingTransfers(notices, payments, bank.account(), clock);
    }

    @Bean
    HandlingTransfers handlingTransfers(
            BankNotices notices, ReceivingTransfers payments, BookingTransfers booking, Clock clock) {
        return new HandlingTransfers(notices, payments, booking, clock);
    }

    @Bean
    ReconcilingTransfers reconcilingTransfers(BankNotices notices, ReceivingTransfers payments, Clock clock) {
        return new ReconcilingTransfers(notices, payments, clock);
    }

    @Bean
    PeriodicWorker bankNoticeWorker(BookingTransfers booking) {
        return new PeriodicWorker("booking what the bank told of", () -> hints.orEvery(POLL), booking::bookDue);
    }
}
