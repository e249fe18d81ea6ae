package vn.ocopmarket.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ocopmarket.stripedescription.Conversation;

/** Through the real SDK. */
class StripeSimulatorIT {

    private static final String SECRET = "whsec_for_tests";
    private static final String GOOD_CARD = "4242 4242 4242 4242";
    private static final String BAD_CARD = "4000 0000 0000 0002";

    private record Received(String body, String signature) {}

    /** Everything that is said here is held against Stripe's own description. */
    private final Conversation conversation = new Conversation();

    /** Fields of it that the SDK, which speaks a newer version, does not know. */
    private final Set<String> unknownFields = ConcurrentHashMap.newKeySet();

    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer shop;
    private StripeSimulator simulator;
    private StripeClient stripe;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (refusals.getAndDecrement() > 0) {
                    exchange.sendResponseHeaders(500, -1);
                    return;
                }
                received.add(new Received(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        shop.start();
        restart();
    }

    private void restart() throws IOException {
        if (simulator != null) {
            simulator.close();
        }
        simulator = StripeSimulator.start(SimulatorSettings.of(0, folder, "sk_test_shop", SECRET)
                .sendingTo(URI.create("http://127.0.0.1:" + shop.getAddress().getPort()), Duration.ofMillis(20))
                .heardBy(new Traffic(this::answered, this::sent)));
        stripe = client("sk_test_shop");
    }

    private StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(simulator.address().toString())
                .setConnectTimeout(2_000)
                .setReadTimeout(2_000)
                .setMaxNetworkRetries(0)
                .build();
    }

    @AfterEach
    void stop() {
        simulator.close();
        shop.stop(0);
        assertThat(conversation.faults()).isEmpty();
        assertThat(unknownFields).isEmpty();
    }

    private void answered(String method, String path, String parameters, int status, String answer) {
        conversation.answered(method, path, parameters, status, answer);
        unknownFields.addAll(SdkModel.unknownFields(answer));
    }

    private void sent(String event) {
        conversation.sent(event);
        unknownFields.addAll(SdkModel.unknownFields(event));
    }

    @Test
    void tellsWhichFieldsTheSdkDoesNotKnow() {
        assertThat(
                        SdkModel.unknownFields(
                                "{\"data\":[{\"object\":\"charge\",\"amount\":1,\"amunt\":1,\"billing_details\":{\"nme\":null}}]}"))
                .containsExactly("Charge.amunt", "BillingDetails.nme");
    }

    @Test
    void isPaidOnThePageAndTellsTheShop() throws Exception {
        var session = create("k1", 250_000);
        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(session.getAmountTotal()).isEqualTo(250_000);
        assertThat(session.getPaymentIntent()).isNull();

        var page = get(session.getUrl());
        assertThat(page).contains("250.000 ₫", "Đơn hàng O-1", "<form method=\"post\">");

        var paid = pay(session, GOOD_CARD);
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location")).hasValue("http://shop/return?session=" + session.getId());

        var completed = event("checkout.session.completed");
        assertThat(completed).contains(session.getId(), "\"order_id\":\"o1\"");
        var now = stripe.v1().checkout().sessions().retrieve(session.getId());
        assertThat(now.getPaymentStatus()).isEqualTo("paid");
        var intent = stripe.v1().paymentIntents().retrieve(now.getPaymentIntent());
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(250_000);
        assertThat(intent.getMetadata()).containsEntry("order_id", "o1");
    }

    @Test
    void declinesAndTakesTheNextCard() throws Exception {
        var session = create("k1", 250_000);

        assertThat(pay(session, BAD_CARD).body()).contains("Thẻ bị từ chối");
        assertThat(stripe.v1().checkout().sessions().retrieve(session.getId()).getStatus())
                .isEqualTo("open");
        assertThat(pay(session, "12").statusCode()).isEqualTo(402);
        assertThat(pay(session, GOOD_CARD).statusCode()).isEqualTo(303);
        assertThat(pay(session, GOOD_CARD).statusCode()).isEqualTo(303);

        assertThat(stripe.v1().paymentIntents().list().getData()).hasSize(1);
        assertThat(event("payment_intent.payment_failed")).contains("card_declined");
    }

    @Test
    void repeatsTheFirstAnswerOfAKey() throws Exception {
        var first = create("k1", 250_000);
        var again = create("k1", 250_000);

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
        assertThatThrownBy(() -> create("k1", 260_000)).isInstanceOf(IdempotencyException.class);
        assertThat(stripe.v1().checkout().sessions().list().getData()).hasSize(1);
    }

    @Test
    void refusesAsStripeDoes() throws Exception {
        assertThatThrownBy(
                        () -> client("sk_test_other").v1().checkout().sessions().list())
                .isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> create("small", 1_000))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.getCode()).isEqualTo("amount_too_small"));
        assertThatThrownBy(() -> create("large", 100_000_000)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().retrieve("cs_test_none"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.getStatusCode()).isEqualTo(404));
    }

    @Test
    void expiresASessionOnce() throws Exception {
        var session = create("k1", 250_000);

        assertThat(stripe.v1().checkout().sessions().expire(session.getId()).getStatus())
                .isEqualTo("expired");

        assertThatThrownBy(() -> stripe.v1().checkout().sessions().expire(session.getId()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(get(session.getUrl())).contains("hết hạn").doesNotContain("<form");
        assertThat(pay(session, GOOD_CARD).statusCode()).isEqualTo(200);
        assertThat(stripe.v1().checkout().sessions().retrieve(session.getId()).getPaymentStatus())
                .isEqualTo("unpaid");
        assertThat(event("checkout.session.expired")).contains(session.getId());
    }

    @Test
    void givesBackNoMoreThanWasPaid() throws Exception {
        var intent = paid("k1", 250_000);

        assertThat(refund("r1", intent, 100_000L).getStatus()).isEqualTo("succeeded");
        assertThat(refund("r1", intent, 100_000L).getAmount()).isEqualTo(100_000);
        assertThatThrownBy(() -> refund("r2", intent, 150_001L)).isInstanceOf(InvalidRequestException.class);
        assertThat(refund("r3", intent, null).getAmount()).isEqualTo(150_000);
        assertThatThrownBy(() -> refund("r4", intent, null))
                .isInstanceOfSatisfying(
                        StripeException.class,
                        error -> assertThat(error.getCode()).isEqualTo("charge_already_refunded"));
        assertThat(stripe.v1().refunds().list().getData()).hasSize(2);
    }

    /** In the shapes that the SDK and the description know: what came, what went back, what was taken, what is left. */
    @Test
    void paysOutWhatIsLeft() throws Exception {
        var intent = paid("k1", 250_000);
        assertThat(refund("r1", intent, 100_000L).getBalanceTransaction()).startsWith("txn_");
        assertThat(paid("k2", 300_000)).isNotEmpty();

        assertThat(stripe.v1().payouts().list().getData()).isEmpty();
        assertThat(post("/_control/payouts", "").statusCode()).isEqualTo(200);
        var payout = stripe.v1().payouts().list().getData().getFirst();
        var params = BalanceTransactionListParams.builder()
                .setPayout(payout.getId())
                .addExpand("data.source")
                .build();
        var transactions = stripe.v1().balanceTransactions().list(params).getData();

        assertThat(transactions.stream().map(BalanceTransaction::getType))
                .containsExactlyInAnyOrder("charge", "refund", "charge", "payout");
        assertThat(transactions.stream()
                        .filter(one -> !one.getType().equals("payout"))
                        .mapToLong(BalanceTransaction::getNet)
                        .sum())
                .isEqualTo(payout.getAmount())
                .isEqualTo(450_000 - (8_500 + 9_500) - (10_200 + 9_500));
        var charge = transactions.stream()
                .map(BalanceTransaction::getSourceObject)
                .filter(Charge.class::isInstance)
                .map(Charge.class::cast)
                .filter(one -> one.getPaymentIntent().equals(intent))
                .findFirst()
                .orElseThrow();
        assertThat(charge.getAmountRefunded()).isEqualTo(100_000);
        assertThat(charge.getMetadata()).containsEntry("order_id", "o1");
        assertThat(post("/_control/payouts", "").body()).isEqualTo("{}");
        assertThat(stripe.v1().payouts().retrieve(payout.getId()).getStatus()).isEqualTo("paid");
    }

    @Test
    void takesDisputedMoneyOutOfTheBalanceUntilItIsWon() throws Exception {
        var intent = paid("k1", 250_000);
        var dispute = post("/_control/disputes", "{\"payment_intent\":\"%s\"}".formatted(intent));
        assertThat(dispute.statusCode()).isEqualTo(200);
        var id = stripe.v1().disputes().list().getData().getFirst().getId();
        assertThat(stripe.v1().disputes().retrieve(id).getBalanceTransactions()).hasSize(1);

        assertThat(post("/_control/disputes", "{\"dispute\":\"%s\",\"status\":\"won\"}".formatted(id))
                        .statusCode())
                .isEqualTo(200);

        var moved = stripe.v1().balanceTransactions().list().getData();
        assertThat(moved.stream().mapToLong(BalanceTransaction::getNet).sum()).isEqualTo(250_000 - 18_000);
        assertThat(event("charge.dispute.closed")).contains(id);
        assertThat(conversation.heard()).contains("event charge.dispute.closed", "GET /v1/disputes/{id} 200");
    }

    @Test
    void listsInPagesWithFilters() throws Exception {
        var ids = new ArrayList<String>();
        for (int index = 0; index < 5; index++) {
            ids.add(create("k" + index, 250_000).getId());
        }
        var intent = paid("kp", 300_000);
        var some = SessionListParams.builder().setLimit(2L).build();

        var seen = new ArrayList<String>();
        for (var session : stripe.v1().checkout().sessions().list(some).autoPagingIterable()) {
            seen.add(session.getId());
        }

        assertThat(seen).hasSize(6).doesNotHaveDuplicates().containsAll(ids);
        var ofIntent = SessionListParams.builder().setPaymentIntent(intent).build();
        var expanded =
                SessionRetrieveParams.builder().addExpand("payment_intent").build();
        var session = stripe.v1().checkout().sessions().list(ofIntent).getData().getFirst();
        assertThat(stripe.v1()
                        .checkout()
                        .sessions()
                        .retrieve(session.getId(), expanded)
                        .getPaymentIntentObject()
                        .getStatus())
                .isEqualTo("succeeded");
        var future = EventListParams.builder()
                .setCreated(EventListParams.Created.builder()
                        .setGte(Instant.now().plusSeconds(60).getEpochSecond())
                        .build())
                .build();
        assertThat(stripe.v1().events().list(future).getData()).isEmpty();
        assertThat(stripe.v1().events().list().getData()).isNotEmpty();
    }

    @Test
    void remembersEverythingAfterARestartEvenWithATornLine() throws Exception {
        var intent = paid("k1", 250_000);
        var open = create("k2", 260_000);
        // Only a simulator that is gone leaves a torn line last: one that runs may still write what it sends.
        simulator.close();
        Files.writeString(folder.resolve("stripe.jsonl"), "{\"put\":[{\"kind\":\"SESS", StandardOpenOption.APPEND);

        restart();

        assertThat(stripe.v1().paymentIntents().retrieve(intent).getStatus()).isEqualTo("succeeded");
        assertThat(create("k2", 260_000).getId()).isEqualTo(open.getId());
        assertThat(refund("r1", intent, null).getAmount()).isEqualTo(250_000);
        restart();
        assertThat(stripe.v1().refunds().list().getData()).hasSize(1);
    }

    @Test
    void sendsUntilItIsTakenAlsoAfterARestart() throws Exception {
        refusals.set(Integer.MAX_VALUE);
        assertThat(paid("k1", 250_000)).isNotEmpty();
        assertThat(received.poll(200, TimeUnit.MILLISECONDS)).isNull();

        restart();
        refusals.set(0);

        assertThat(event("checkout.session.completed")).contains("k1");
    }

    @Test
    void sendsTwiceAndForgedOnDemand() throws Exception {
        faults("{\"duplicateWebhooks\":2,\"forgedWebhooks\":true}");
        assertThat(paid("k1", 250_000)).isNotEmpty();

        var completed = new ArrayList<Received>();
        for (var one = next(4, completed); one != null; one = next(4, completed)) {
            if (one.body().contains("checkout.session.completed")) {
                completed.add(one);
            }
        }

        assertThat(completed).hasSize(4);
        assertThat(completed.stream().filter(StripeSimulatorIT::isGenuine)).hasSize(3);
    }

    /** With much patience as long as some are missing, and a little to see that no more come. */
    private @Nullable Received next(int wanted, List<Received> came) throws InterruptedException {
        return received.poll(came.size() < wanted ? 30 : 1, TimeUnit.SECONDS);
    }

    @Test
    void failsOnDemandAndIsWholeAfterwards() throws Exception {
        faults("{\"errorRate\":1}");
        assertThatThrownBy(() -> create("k1", 250_000)).isInstanceOf(ApiException.class);
        faults("{\"down\":true}");
        assertThatThrownBy(() -> create("k1", 250_000)).isInstanceOf(StripeException.class);
        faults("{\"lostAnswerRate\":1}");
        assertThatThrownBy(() -> create("k1", 250_000)).isInstanceOf(StripeException.class);
        faults("{}");

        assertThat(create("k1", 250_000).getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThat(post("/_control/faults", "{\"unknown\":1}").statusCode()).isEqualTo(400);
    }

    private Session create(String key, long amount) throws StripeException {
        var product = SessionCreateParams.LineItem.PriceData.ProductData.builder()
                .setName("Đơn hàng O-1")
                .build();
        var price = SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency("vnd")
                .setUnitAmount(amount)
                .setProductData(product)
                .build();
        var params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPriceData(price)
                        .setQuantity(1L)
                        .build())
                .setSuccessUrl("http://shop/return?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://shop/cancel")
                .putMetadata("order_id", "o1")
                .putMetadata("key", key)
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata("order_id", "o1")
                        .build())
                .build();
        return stripe.v1().checkout().sessions().create(params, options(key));
    }

    private String paid(String key, long amount) throws Exception {
        var session = create(key, amount);
        assertThat(pay(session, GOOD_CARD).statusCode()).isEqualTo(303);
        return stripe.v1().checkout().sessions().retrieve(session.getId()).getPaymentIntent();
    }

    private com.stripe.model.Refund refund(String key, String intent, @Nullable Long amount) throws StripeException {
        var params = RefundCreateParams.builder().setPaymentIntent(intent);
        if (amount != null) {
            params.setAmount(amount);
        }
        return stripe.v1().refunds().create(params.build(), options(key));
    }

    private static RequestOptions options(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private HttpResponse<String> pay(Session session, String card) throws Exception {
        var url = simulator.address() + "/pay/" + session.getId();
        return send(
                url, "card=" + URLEncoder.encode(card, StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    private void faults(String json) throws Exception {
        assertThat(post("/_control/faults", json).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return send(simulator.address() + path, json, "application/json");
    }

    private HttpResponse<String> send(String url, String body, String type) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String event(String type) throws Exception {
        List<String> others = new ArrayList<>();
        for (int tries = 0; tries < 20; tries++) {
            var one = received.poll(30, TimeUnit.SECONDS);
            assertThat(one).as("%s after %s", type, others).isNotNull();
            assertThat(isGenuine(one)).isTrue();
            if (one.body().contains("\"type\":\"" + type + "\"")) {
                return one.body();
            }
            others.add(one.body());
        }
        throw new AssertionError(type + " did not come");
    }

    private static boolean isGenuine(Received one) {
        try {
            return Webhook.constructEvent(one.body(), one.signature(), SECRET) != null;
        } catch (SignatureVerificationException _) {
            return false;
        }
    }
}
