package vn.ocopmarket.storefront.recall;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.notification.SendingMail;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.recall.FollowingRecall.Shelves;
import vn.ocopmarket.storefront.recall.Notices.Recorded;
import vn.ocopmarket.storefront.recall.Notices.Told;
import vn.ocopmarket.storefront.recall.Reach.Holder;

/**
 * Tells buyers and staff that a lot is called back, each once: a letter has an id that follows from the lot and from whom it
 * is to, so that the outbox takes it once, however often a crash or a second instance repeats the step; and what was told is
 * noted, so that nothing is looked up again.
 */
public final class NotifyingRecall {

    private static final int AT_ONCE = 4;
    /** Shorter than the pause between two looks at all recalls, so that who comes back goes on. */
    private static final Duration TURN = Duration.ofSeconds(25);

    private final FollowingRecall following;
    private final Notices notices;
    private final SendingMail mails;
    private final Accounts accounts;
    private final RecallLetters letters;
    private final Clock clock;

    NotifyingRecall(
            FollowingRecall following,
            Notices notices,
            SendingMail mails,
            Accounts accounts,
            RecallLetters letters,
            Clock clock) {
        this.following = following;
        this.notices = notices;
        this.mails = mails;
        this.accounts = accounts;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Tells all who have not been told; gives how many that were: none while another instance is at it, or was a moment ago.
     * An error means that it has to be tried again.
     */
    public Mono<Long> tell(LotRecord lot) {
        var now = clock.instant();
        return notices.turn(lot.id(), now, now.plus(TURN))
                .filter(mine -> mine)
                .flatMap(_ -> notices.of(lot.id()))
                .flatMap(recorded -> tell(lot, recorded))
                .defaultIfEmpty(0L);
    }

    private Mono<Long> tell(LotRecord lot, Recorded recorded) {
        var sku = lot.sku();
        var number = lot.lot().value();
        var told = recorded.told().stream().map(Told::key).collect(Collectors.toSet());
        return Mono.zip(
                        following
                                .orders(sku, number, told)
                                .flatMap(order -> tellBuyer(lot, order), AT_ONCE)
                                .count(),
                        following.shelves(sku, number).flatMap(shelves -> tellStaff(lot, shelves, recorded)))
                .map(both -> both.getT1() + both.getT2());
    }

    private Mono<Boolean> tellBuyer(LotRecord lot, Order order) {
        var email = order.contact().email();
        var noted = notices.told(lot.id(), new Told(order.id(), email != null, clock.instant()));
        return email == null
                ? noted.thenReturn(true)
                : letters.toBuyer(lot, order, email)
                        .flatMap(mails::send)
                        .then(noted)
                        .thenReturn(true);
    }

    private Mono<Long> tellStaff(LotRecord lot, Shelves shelves, Recorded recorded) {
        var unnumbered = shelves.unnumbered().stream().map(Holder::locationId).toList();
        Set<Holder> holders = new LinkedHashSet<>(shelves.numbered());
        holders.addAll(shelves.unnumbered());
        return Flux.fromIterable(names(holders))
                .concatMap(location -> accounts.atLocation(location.locationId())
                        .filter(member -> !recorded.hasTold(key(location, member)))
                        .concatMap(member -> tell(
                                lot,
                                key(location, member),
                                letters.toStaff(lot, location, unnumbered.contains(location.locationId()), member))))
                .count();
    }

    /** A location may have both numbered and unnumbered stock; its staff get one letter. */
    private static List<Holder> names(Set<Holder> holders) {
        var seen = new LinkedHashSet<String>();
        return holders.stream().filter(holder -> seen.add(holder.locationId())).toList();
    }

    private Mono<Boolean> tell(LotRecord lot, String key, Mail mail) {
        return mails.send(mail)
                .then(Mono.defer(() -> notices.told(lot.id(), new Told(key, true, clock.instant()))))
                .thenReturn(true);
    }

    private static String key(Holder location, StaffMember member) {
        return location.locationId() + "|" + member.accountId();
    }
}
