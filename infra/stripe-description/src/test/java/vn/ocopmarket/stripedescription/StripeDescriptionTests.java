package vn.ocopmarket.stripedescription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeDescriptionTests {

    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String SESSION = "mode=payment&success_url=http%3A%2F%2Fshop&line_items[0][quantity]=1"
            + "&line_items[0][price_data][currency]=vnd&line_items[0][price_data][unit_amount]=250000"
            + "&line_items[0][price_data][product_data][name]=O-1&metadata[order_id]=o1";
    private static final String REFUND =
            "{\"id\":\"re_1\",\"object\":\"refund\",\"amount\":%s,\"created\":1,\"currency\":\"vnd\"%s}";

    private final StripeDescription description = StripeDescription.load();

    @Test
    void saysOfWhichVersionItIs() {
        assertThat(description.version()).isEqualTo("2024-04-10");
    }

    @Test
    void acceptsWhatStripeAccepts() {
        assertThat(description.faultsOfRequest("POST", SESSIONS, SESSION)).isEmpty();
        assertThat(description.faultsOfRequest(
                        "GET", SESSIONS, "limit=100&created[gte]=1&expand[]=data.payment_intent"))
                .isEmpty();
        assertThat(description.faultsOfAnswer("GET", "/v1/refunds/re_1", 200, REFUND.formatted("1", "")))
                .isEmpty();
        assertThat(description.faultsOfAnswer(
                        "POST", "/v1/refunds", 400, "{\"error\":{\"type\":\"invalid_request_error\"}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mode=payment,mode=pay",
        "line_items[0][quantity]=1,line_items[0][quantity]=one",
        "[unit_amount]=250000,[unit_amount]=2500.00",
        "[unit_amount]=250000,[unit_price]=250000",
        "[product_data][name]=O-1,[product_data][nme]=O-1",
        "metadata[order_id]=o1,meta[order_id]=o1"
    })
    void refusesParametersThatStripeDoesNotKnowOrTake(String right, String wrong) {
        assertThat(description.faultsOfRequest("POST", SESSIONS, SESSION.replace(right, wrong)))
                .isNotEmpty();
    }

    @Test
    void refusesAnswersThatStripeWouldNotGive() {
        assertThat(description.faultsOfAnswer("GET", "/v1/refunds/re_1", 200, REFUND.formatted("\"1\"", "")))
                .isNotEmpty();
        assertThat(description.faultsOfAnswer("GET", "/v1/refunds/re_1", 200, REFUND.formatted("1", ",\"amunt\":1")))
                .isNotEmpty();
        assertThat(description.faultsOfAnswer("GET", "/v1/refunds/re_1", 200, "{\"object\":\"refund\"}"))
                .isNotEmpty();
        assertThat(description.faultsOfAnswer("GET", "/v1/refunds/re_1", 404, "{\"message\":\"none\"}"))
                .isNotEmpty();
    }

    @Test
    void knowsNoOtherCalls() {
        assertThat(description.faultsOfRequest("POST", "/v1/refund", "amount=1"))
                .singleElement()
                .asString()
                .contains("no POST /v1/refund");
        assertThat(description.faultsOfRequest("DELETE", SESSIONS, "")).isNotEmpty();
    }

    @Test
    void looksIntoEvents() {
        var event =
                "{\"id\":\"evt_1\",\"object\":\"event\",\"created\":1,\"livemode\":false,\"pending_webhooks\":1,\"type\":\"refund.created\",\"data\":{\"object\":%s}}";

        assertThat(description.faultsOfEvent(event.formatted(REFUND.formatted("1", ""))))
                .isEmpty();
        assertThat(description.faultsOfEvent(event.formatted(REFUND.formatted("null", ""))))
                .isNotEmpty();
        assertThat(description.faultsOfEvent(event.formatted("{\"object\":\"refnd\"}")))
                .isNotEmpty();
        assertThat(description.faultsOfEvent("{}")).isNotEmpty();
    }
}
