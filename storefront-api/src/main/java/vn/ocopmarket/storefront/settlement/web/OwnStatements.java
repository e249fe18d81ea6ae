package vn.ocopmarket.storefront.settlement.web;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.settlement.ReadingStatements;
import vn.ocopmarket.storefront.settlement.domain.Statement;

/** The statements that who is signed in may see; others are not there. */
@Component
class OwnStatements {

    private static final int MOST = 200;

    private final ReadingStatements reading;
    private final CurrentStaff staff;

    OwnStatements(ReadingStatements reading, CurrentStaff staff) {
        this.reading = reading;
        this.staff = staff;
    }

    /** The newest first. */
    Flux<Statement.Head> all() {
        return staff.get()
                .flatMapMany(
                        member -> member.isAdministrator() ? reading.newest(MOST) : reading.of(member.producers()));
    }

    /** Fails when it is not there for who is signed in. */
    Mono<Statement> find(String id) {
        return Mono.zip(staff.get(), reading.find(id))
                .filter(both -> both.getT1()
                        .may(
                                Permission.SEE_STATEMENTS,
                                Where.producer(both.getT2().head().seller().id())))
                .map(both -> both.getT2())
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }
}
