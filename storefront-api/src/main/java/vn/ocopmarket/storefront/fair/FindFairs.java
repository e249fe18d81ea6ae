package vn.ocopmarket.storefront.fair;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.Permission;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.account.Where;
import vn.ocopmarket.storefront.fair.domain.Fair;

/** Shows fairs. */
public final class FindFairs {

    private static final int MOST = 200;

    private final Fairs fairs;
    private final JudgingPicks judging;
    private final Clock clock;

    FindFairs(Fairs fairs, JudgingPicks judging, Clock clock) {
        this.fairs = fairs;
        this.judging = judging;
        this.clock = clock;
    }

    /** Those that everybody sees, the latest first. */
    public Flux<Fair> published() {
        return fairs.published(MOST);
    }

    /** Empty when there is none that everybody sees. */
    public Mono<FairView> published(String slug) {
        return fairs.bySlug(slug).filter(fair -> !(fair instanceof Fair.Draft)).flatMap(this::judged);
    }

    /** Those that the officer runs, the latest first. */
    public Flux<Fair> of(StaffMember officer) {
        return officer.isAdministrator() ? fairs.ofProvinces(Set.of(), MOST) : ofProvinces(officer);
    }

    /** Empty when there is none that the officer runs. A draft is judged for all its days. */
    public Mono<FairView> of(StaffMember officer, String id) {
        return fairs.find(id)
                .filter(fair -> officer.may(
                        Permission.RUN_FAIRS, Where.province(fair.plan().provinceCode())))
                .flatMap(this::judged);
    }

    private Flux<Fair> ofProvinces(StaffMember officer) {
        return officer.provinces().isEmpty() ? Flux.empty() : fairs.ofProvinces(officer.provinces(), MOST);
    }

    private Mono<FairView> judged(Fair fair) {
        var today = LocalDate.now(clock);
        var period = fair.plan().period();
        var days = fair instanceof Fair.Draft ? period : period.remainingOn(today);
        var over = fair instanceof Fair.Closed || period.isOverOn(today);
        return judging.judge(fair, days).map(picks -> new FairView(fair, picks, over));
    }
}
