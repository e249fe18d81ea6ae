package vn.ocopmarket.storefront.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocopmarket.storefront.payment.domain.Dispute.State;

class StripeObjectsTests {

    @ParameterizedTest
    @CsvSource({
        "needs_response, NEEDS_RESPONSE",
        "under_review, UNDER_REVIEW",
        "won, WON",
        "lost, LOST",
        "warning_needs_response, INQUIRY",
        "warning_under_review, INQUIRY",
        "warning_closed, WON",
        "something_new, NEEDS_RESPONSE"
    })
    void tellsWhatABankTookFromWhatItOnlyAsksAbout(String status, State state) {
        assertThat(StripeObjects.toDisputeState(status)).isEqualTo(state);
    }
}
