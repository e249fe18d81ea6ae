package vn.ocopmarket.storefront.banktransfer;

import java.time.Clock;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.WakeUp;
import vn.ocopmarket.storefront.banktransfer.domain.BankNotice;

/** Takes the bank's notices: checked, kept, and only then acknowledged. */
public final class ReceivingNotices {

    private final NoticeSignatures signatures;
    private final BankNotices notices;
    private final WakeUp hints;
    private final Clock clock;

    ReceivingNotices(NoticeSignatures signatures, BankNotices notices, WakeUp hints, Clock clock) {
        this.signatures = signatures;
        this.notices = notices;
        this.hints = hints;
        this.clock = clock;
    }

    /** What came of a notice. */
    public enum Receipt {
        KEPT,
        /** It had come before. */
        REPEATED,
        /** Under its id another one had come; nothing was changed. */
        CONTRADICTING
    }

    /** Whether the bank signed exactly these bytes a moment ago; to be asked before anybody reads them. */
    public boolean isGenuine(byte[] raw, String signature) {
        return signatures.isGenuine(raw, signature);
    }

    /** Never empty: the notice is durable, now or since an earlier copy. Fails only when our own store does. */
    public Mono<Receipt> receive(BankNotice notice) {
        return notices.add(notice, clock.instant()).flatMap(isNew -> {
            hints.signal();
            return isNew
                    ? Mono.just(Receipt.KEPT)
                    : notices.find(notice.id())
                            .map(kept -> kept.notice().equals(notice) ? Receipt.REPEATED : Receipt.CONTRADICTING);
        });
    }
}
