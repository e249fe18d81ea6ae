package vn.ocopmarket.storefront.payment;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.service.PeriodicWorker;
import vn.ocopmarket.storefront.CollectionIndexes;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.banktransfer.BankNotices;
import vn.ocopmarket.storefront.cardevent.EventInbox;
import vn.ocopmarket.storefront.cardevent.ReceivingEvents;
import vn.ocopmarket.storefront.payment.TakingPayment.PaymentStart;
import vn.ocopmarket.storefront.payment.domain.Payment;
import vn.ocopmarket.stripedescription.Conversation;
import vn.ocopmarket.stripesimulator.SimulatorSettings;
import vn.ocopmarket.stripesimulator.StripeSimulator;
import vn.ocopmarket.stripesimulator.Traffic;
import vn.ocopmarket.testing.Stores;

/**
 * The payment feature on a real store and the real simulator; it can be killed and started again. What the SDK and the
 * simulator say to each other is held against Stripe's own description when it closes.
 */
final class CardShop implements AutoCloseable {

    static final long PRICE = 250_000;
    static final String ACCOUNT = "0000000001";
    static final String GOOD_CARD = "4242424242424242";
    private static final String KEY = "sk_test_cards";
    private static final String SECRET = "whsec_cards";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final MongoClient MONGO = MongoClients.create(Stores.mongoUri());
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final OrderDesk order = new OrderDesk();
    final MovableClock clock = new MovableClock();
    final MongoDatabase database = MONGO.getDatabase("payments" + NUMBER.incrementAndGet());
    final Conversation conversation = new Conversation();
    final StripeSimulator simulator;
    private final HttpServer endpoint;
    private @Nullable AnnotationConfigApplicationContext process;

    CardShop(Path folder) throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/", exchange -> {
            try (exchange) {
                var raw = exchange.getRequestBody().readAllBytes();
                var signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
                exchange.sendResponseHeaders(isTaken(raw, signature) ? 204 : 400, -1);
            }
        });
        endpoint.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        endpoint.start();
        simulator = StripeSimulator.start(SimulatorSettings.of(0, folder, KEY, SECRET)
                .sendingTo(
                        URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort()), Duration.ofMillis(100))
                .heardBy(new Traffic(conversation::answered, conversation::sent)));
        start(new Steps());
    }

    private boolean isTaken(byte[] raw, String signature) {
        var running = process;
        if (running == null) {
            return false;
        }
        return Boolean.TRUE.equals(running.getBean(ReceivingEvents.class)
                .receive(raw, signature)
                .timeout(Duration.ofSeconds(1))
                .onErrorReturn(false)
                .block());
    }

    void start(Steps steps) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "ocop.stripe.api-base",
                                simulator.address().toString(),
                                "ocop.stripe.secret-key",
                                KEY,
                                "ocop.stripe.webhook-secret",
                                SECRET,
                                "ocop.stripe.read-timeout",
                                "15s",
                                "ocop.bank.bin",
                                "999999",
                                "ocop.bank.account",
                                ACCOUNT,
                                "ocop.bank.notice-secret",
                                "secret")));
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(PaymentOutcomes.class, () -> order);
        context.registerBean(CurrentStaff.class, () -> Mono::empty);
        context.registerBean(BeanPostProcessor.class, () -> new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case Payments payments -> steps.watch(Payments.class, payments);
                    case CardProvider provider -> steps.watch(CardProvider.class, provider);
                    case BankNotices notices -> steps.watch(BankNotices.class, notices);
                    case EventInbox inbox -> steps.watch(EventInbox.class, inbox);
                    case PaymentOutcomes outcomes -> steps.watch(PaymentOutcomes.class, outcomes);
                    default -> bean;
                };
            }
        });
        context.scan(
                "vn.ocopmarket.storefront.payment",
                "vn.ocopmarket.storefront.cardevent",
                "vn.ocopmarket.storefront.banktransfer",
                "vn.ocopmarket.storefront.payout");
        context.refresh();
        // Tests compare when they say so.
        context.getBean("paymentReconciliation", PeriodicWorker.class).stop();
        context.getBeansOfType(CollectionIndexes.class)
                .values()
                .forEach(indexes ->
                        finish(database.getCollection(indexes.collection()).createIndexes(indexes.indexes())));
        process = context;
    }

    /** Ends the process where it stands. */
    void kill() {
        var running = Objects.requireNonNull(process);
        process = null;
        running.close();
    }

    <T> T bean(Class<T> type) {
        return Objects.requireNonNull(process).getBean(type);
    }

    TakingPayment taking() {
        return bean(TakingPayment.class);
    }

    PaymentRequest request(String orderId) {
        return request(orderId, PRICE);
    }

    PaymentRequest request(String orderId, long amount) {
        return request(orderId, "N-" + orderId, amount, PaymentMethod.CARD);
    }

    PaymentRequest request(String orderId, String number, long amount, PaymentMethod method) {
        return new PaymentRequest(
                orderId,
                number,
                Money.dong(amount),
                method,
                "buyer@example.com",
                "http://shop/orders/" + orderId + "?session={CHECKOUT_SESSION_ID}",
                "http://shop/cart",
                clock.instant().plus(Duration.ofMinutes(15)),
                Locale.of("vi"));
    }

    /** Begins the payment; gives where the buyer pays. */
    String start(String orderId) {
        return get(taking().start(request(orderId)).cast(PaymentStart.Redirect.class))
                .url();
    }

    /** Pays with a good card, so the buyer is sent back. */
    void pays(String url) {
        var status = pay(url, GOOD_CARD);
        if (status != 303) {
            throw new IllegalStateException("The payment page answered " + status);
        }
    }

    int pay(String url, String card) {
        return post(url, "card=" + card, "application/x-www-form-urlencoded");
    }

    void faults(String json) {
        if (post(simulator.address() + "/_control/faults", json, "application/json") != 200) {
            throw new IllegalArgumentException(json);
        }
    }

    /** The buyer's bank, or the provider's, does something about a payment. */
    void dispute(String json) {
        if (post(simulator.address() + "/_control/disputes", json, "application/json") != 200) {
            throw new IllegalArgumentException(json);
        }
    }

    /** Everything in the balance goes to the bank. */
    void payOut() {
        if (post(simulator.address() + "/_control/payouts", "", "application/json") != 200) {
            throw new IllegalStateException("Nothing was paid out");
        }
    }

    private static int post(String url, String body, String type) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Objects.requireNonNull(
                Mono.fromFuture(() -> HTTP.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                        .map(HttpResponse::statusCode)
                        .block(PATIENCE));
    }

    Payment payment(String orderId) {
        return get(bean(Payments.class).find(orderId));
    }

    static <T> T get(Publisher<T> publisher) {
        return Objects.requireNonNull(Mono.from(publisher).block(PATIENCE));
    }

    static void finish(Publisher<?> publisher) {
        var unused = Mono.from(publisher).block(PATIENCE);
    }

    static void await(BooleanSupplier condition) {
        finish(Flux.interval(Duration.ZERO, Duration.ofMillis(25), Schedulers.boundedElastic())
                .onBackpressureDrop()
                .filter(_ -> condition.getAsBoolean())
                .next());
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
        simulator.close();
        endpoint.stop(0);
        finish(database.drop());
        if (!conversation.faults().isEmpty()) {
            throw new AssertionError("Stripe's description does not accept " + conversation.faults());
        }
    }
}
