package vn.ocopmarket.storefront.notification;

import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.parked.Parked;
import vn.ocopmarket.storefront.parked.ParkingPlace;

/** Letters that no server took, for whoever looks after parked work. */
final class ParkedLetters implements ParkingPlace {

    private final ParkedMails mails;
    private final boolean toPhones;
    private final Clock clock;

    ParkedLetters(ParkedMails mails, boolean toPhones, Clock clock) {
        this.mails = mails;
        this.toPhones = toPhones;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "mail";
    }

    @Override
    public List<String> remarks() {
        return toPhones ? List.of() : List.of("phones-off");
    }

    @Override
    public Flux<Parked> parked(int limit) {
        return mails.parked(limit)
                .map(mail -> new Parked(
                        kind(),
                        mail.id(),
                        mail.subject() + " → " + Discretion.hidden(mail.to()),
                        mail.why(),
                        mail.attempts(),
                        mail.since()));
    }

    @Override
    public Mono<Boolean> replay(String id) {
        return Mono.defer(() -> mails.replay(id, clock.instant()));
    }

    @Override
    public Mono<Boolean> drop(String id, Dropping dropping) {
        return Mono.defer(() -> mails.drop(id, dropping.why(), dropping.by(), clock.instant()));
    }
}
