package vn.ocopmarket.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.CertificateState;
import vn.ocopmarket.contract.product.Life;

class CertificateActTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void endsARestBeforeItsTime() {
        var resting = resting(TODAY.minusDays(10), TODAY.plusDays(20));

        var lifted = lifted(resting, TODAY);

        assertThat(lifted.stateOn(TODAY.minusDays(1))).isEqualTo(CertificateState.SUSPENDED);
        assertThat(lifted.stateOn(TODAY)).isEqualTo(CertificateState.VALID);
        assertThat(lifted(lifted, TODAY)).as("again").isEqualTo(lifted);
    }

    @Test
    void endsAnOpenRest() {
        assertThat(lifted(resting(TODAY.minusDays(10), null), TODAY).stateOn(TODAY))
                .isEqualTo(CertificateState.VALID);
    }

    @Test
    void leavesARestThatIsOverOrYetToBegin() {
        for (var resting : List.of(
                resting(TODAY.minusDays(10), TODAY.minusDays(5)), resting(TODAY.plusDays(5), TODAY.plusDays(10)))) {
            assertThat(new CertificateAct.Reinstate(TODAY, "Đã khắc phục").on(resting))
                    .isInstanceOf(Outcome.Invalid.class);
        }
    }

    private static Certificate lifted(Certificate resting, LocalDate on) {
        var outcome = new CertificateAct.Reinstate(on, "Đã khắc phục").on(resting);
        return Outcome.orProblem(outcome);
    }

    private static Certificate resting(LocalDate from, @Nullable LocalDate until) {
        var certificate = new Certificate(
                "1/QĐ", "1/QĐ", "UBND tỉnh", TODAY.minusYears(1), TODAY.plusYears(2), 4, null, null, Set.of());
        return certificate.with(new Life(null, null, List.of(new Life.Suspension(from, until, "Vi phạm", null))));
    }
}
