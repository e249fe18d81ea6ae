package vn.ocopmarket.storefront.fair.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.contract.product.Eligibility.Reason;
import vn.ocopmarket.storefront.pos.ProductsByHand;

class FitnessTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 3);
    private static final Period THREE_DAYS = new Period(FIRST, FIRST.plusDays(2));

    @Test
    void fitsWhenItHoldsOnTheLastDay() {
        var product = ProductsByHand.product("A", "Mắm", 10_000, FIRST.plusDays(2));

        assertThat(Fitness.of(product, THREE_DAYS)).isInstanceOf(Fitness.Fit.class);
    }

    @Test
    void doesNotFitWhenItExpiresOnTheSecondDayAndNamesTheDay() {
        var product = ProductsByHand.product("A", "Mắm", 10_000, FIRST);

        assertThat(Fitness.of(product, THREE_DAYS))
                .isEqualTo(new Fitness.Unfit(FIRST.plusDays(1), List.of(Reason.CERTIFICATE_EXPIRED)));
    }

    @Test
    void doesNotFitWhenItIsWithdrawnBeforeTheEnd() {
        var product = ProductsByHand.withdrawn(
                ProductsByHand.product("A", "Mắm", 10_000, FIRST.plusYears(1)), FIRST.plusDays(2));

        assertThat(Fitness.of(product, THREE_DAYS))
                .isEqualTo(new Fitness.Unfit(FIRST.plusDays(2), List.of(Reason.CERTIFICATE_WITHDRAWN)));
        assertThat(Fitness.of(product, new Period(FIRST, FIRST.plusDays(1)))).isInstanceOf(Fitness.Fit.class);
    }

    @Test
    void isPublishedOnlyWhenEveryPickFits() {
        var product = ProductsByHand.product("A", "Mắm", 10_000, FIRST.plusDays(2));
        var plan = new FairPlan("Hội chợ", "86", "Trà Vinh", THREE_DAYS, "Sở", List.of(new Stall("A1", "HTX")));
        var draft = new Fair.Draft("f", "hoi-cho", 1, plan, List.of());
        var picked = draft.pick(new Pick(product.id(), product.name(), List.of("A")));

        assertThat(draft.publish(Map.of(), Instant.EPOCH)).isEqualTo(new PublishDecision.NothingPicked());
        assertThat(picked.publish(Map.of(), Instant.EPOCH)).isInstanceOf(PublishDecision.UnfitPicks.class);
        assertThat(picked.publish(Map.of(product.id(), Fitness.of(product, THREE_DAYS)), Instant.EPOCH))
                .isInstanceOf(PublishDecision.Publishable.class);
    }

    @Test
    void countsOnlyTheDaysThatAreLeft() {
        assertThat(THREE_DAYS.remainingOn(FIRST.minusDays(5))).isEqualTo(THREE_DAYS);
        assertThat(THREE_DAYS.remainingOn(FIRST.plusDays(1)).first()).isEqualTo(FIRST.plusDays(1));
        assertThat(THREE_DAYS.remainingOn(FIRST.plusDays(9)))
                .isEqualTo(new Period(FIRST.plusDays(2), FIRST.plusDays(2)));
    }
}
