package vn.ocopmarket.storefront.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import vn.ocopmarket.outbox.ParkedEvents;
import vn.ocopmarket.outbox.WakeUp;
import vn.ocopmarket.storefront.cardevent.EventInbox;
import vn.ocopmarket.storefront.cardevent.ParkedWebhooks;
import vn.ocopmarket.storefront.commerce.CommerceIT;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.notification.MailOutbox;
import vn.ocopmarket.storefront.notification.MailOutbox.Claim;
import vn.ocopmarket.storefront.notification.ParkedMails;
import vn.ocopmarket.storefront.parked.Parked;
import vn.ocopmarket.storefront.parked.ParkingPlace.Dropping;

/** What was tried too often lies where people find it, is tried again when they say so, or dropped with their reason. */
class ParkedWorkIT extends CommerceIT {

    @Autowired
    EventInbox inbox;

    @Autowired
    Payments stored;

    @Autowired
    MailOutbox outbox;

    @Autowired
    ParkedMails mails;

    @Autowired
    MongoDatabase database;

    private final AtomicBoolean away = new AtomicBoolean(true);

    @Test
    void parksANoticeThatCannotBeAppliedForMoreThanADay() {
        var id = ids.next(12);
        inbox.add(new EventInbox.ProviderEvent(id, "checkout.session.completed", "cs_1", "o1", "{}"), clock.instant())
                .block(PATIENCE);
        var begun = clock.instant();
        for (var tries = 0; tries < 60 && parked(id).isEmpty(); tries++) {
            assertThat(applying().applyDue().block(PATIENCE)).isNotNull();
            clock.move(Duration.ofHours(1));
        }
        assertThat(parked(id)).singleElement().satisfies(one -> {
            assertThat(one.why()).contains("away");
            assertThat(one.tries()).isEqualTo(45);
            assertThat(one.since()).isAfter(begun.plus(Duration.ofDays(1)));
        });

        away.set(false);
        assertThat(await(webhooks().replay(id))).isTrue();
        assertThat(await(webhooks().replay(id))).as("it is not parked any more").isFalse();
        assertThat(applying().applyDue().block(PATIENCE)).isEqualTo(1);
        assertThat(parked(id)).isEmpty();
        assertThat(applying().applyDue().block(PATIENCE)).as("it is done").isZero();
    }

    @Test
    void keepsWhyANoticeWasDropped() {
        var id = ids.next(12);
        inbox.add(new EventInbox.ProviderEvent(id, "refund.updated", "re_1", null, "{}"), clock.instant())
                .block(PATIENCE);
        inbox.park(id, clock.instant()).block(PATIENCE);

        assertThat(await(webhooks().drop(id, new Dropping("Đã xem", "clerk", ""))))
                .isTrue();

        assertThat(parked(id)).isEmpty();
        assertThat(await(webhooks().replay(id))).isFalse();
        var kept = await(Mono.from(database.getCollection("paymentEvents").find(Filters.eq(id))));
        assertThat(kept.getString("droppedFor")).isEqualTo("Đã xem");
    }

    @Test
    void keepsTheWordsOfALetterUntilItIsDropped() {
        var id = ids.next(12);
        var mail = new Mail(id, "ai@sample.test", "Đơn", "Nội dung");
        outbox.add(mail, clock.instant().plusSeconds(86_400)).block(PATIENCE);
        outbox.park(new Claim(mail, 0), "550", clock.instant()).block(PATIENCE);
        assertThat(await(mails.parked(100)
                        .filter(parked -> parked.id().equals(id))
                        .collectList()))
                .singleElement()
                .satisfies(parked -> assertThat(parked.toString()).doesNotContain("ai@sample.test"));

        assertThat(await(mails.drop(id, "Sai địa chỉ", "clerk", clock.instant())))
                .isTrue();

        var kept = await(Mono.from(database.getCollection("mails").find(Filters.eq(id))));
        assertThat(kept).doesNotContainKeys("to", "text", "subject", "due");
        assertThat(await(mails.replay(id, clock.instant()))).isFalse();
    }

    @Test
    void letsNobodyWhoCameTooLateReviveALetter() {
        var mail = new Mail(ids.next(12), "ai@sample.test", "Đơn", "Nội dung");
        outbox.add(mail, clock.instant().plusSeconds(86_400)).block(PATIENCE);
        outbox.park(new Claim(mail, 7), "550", clock.instant()).block(PATIENCE);
        assertThat(await(Mono.from(database.getCollection("mails").find(Filters.eq(mail.id())))))
                .as("somebody else has it")
                .doesNotContainKey("parkedAt");

        outbox.delivered(new Claim(mail, 0), clock.instant()).block(PATIENCE);
        outbox.retry(new Claim(mail, 0), clock.instant().plusSeconds(86_400)).block(PATIENCE);
        outbox.park(new Claim(mail, 0), "550", clock.instant()).block(PATIENCE);

        assertThat(await(Mono.from(database.getCollection("mails").find(Filters.eq(mail.id())))))
                .doesNotContainKeys("to", "text", "due", "parkedAt")
                .containsEntry("state", "SENT");
    }

    @Test
    void tellsAnEventAgainOnce() {
        var events = new ParkedEvents(database, clock);
        var source = "parked-" + ids.next(8);
        var entry = new Document("id", "e1").append("type", "t").append("at", Date.from(clock.instant()));
        var _ = Mono.from(database.getCollection(source)
                        .insertOne(new Document("_id", "d1")
                                .append("outbox", List.of())
                                .append("pending", 0)))
                .block(PATIENCE);
        var _ = Mono.from(database.getCollection("parkedEvents")
                        .insertOne(new Document("collection", source)
                                .append("documentId", "d1")
                                .append("entry", entry)
                                .append("reason", "Failed 5 times")
                                .append("at", Date.from(clock.instant()))))
                .block(PATIENCE);
        var parked = await(
                events.parked(100).filter(one -> one.about().startsWith(source)).next());

        assertThat(await(events.replay(parked.id()))).isTrue();
        assertThat(await(events.replay(parked.id()))).isFalse();

        var back = await(Mono.from(database.getCollection(source).find(Filters.eq("d1"))));
        assertThat(back.getList("outbox", Document.class)).hasSize(1);
        assertThat(back.getInteger("pending")).isEqualTo(1);
        assertThat(await(events.replay("nothing"))).isFalse();
    }

    private List<Parked> parked(String id) {
        return await(webhooks().parked(1_000).filter(one -> one.id().equals(id)).collectList());
    }

    private ParkedWebhooks webhooks() {
        return new ParkedWebhooks(inbox, clock);
    }

    private ApplyingEvents applying() {
        var changing = new ChangingPayments(stored, clock);
        var provider = (CardProvider) Proxy.newProxyInstance(
                CardProvider.class.getClassLoader(),
                new Class<?>[] {CardProvider.class},
                (_, _, _) -> away.get() ? Mono.error(new IllegalStateException("It is away")) : Mono.empty());
        var carryingOn = new CarryingOnPayments(
                stored,
                changing,
                provider,
                () -> {
                    throw new IllegalStateException("Nobody tells the order");
                },
                new WakeUp());
        return new ApplyingEvents(inbox, stored, changing, carryingOn, provider);
    }
}
