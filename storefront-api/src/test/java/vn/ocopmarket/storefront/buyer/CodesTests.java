package vn.ocopmarket.storefront.buyer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.AccountsInMemory;
import vn.ocopmarket.storefront.account.Role;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.commerce.MovableClock;
import vn.ocopmarket.storefront.notification.Letterbox;
import vn.ocopmarket.storefront.notification.Mail;
import vn.ocopmarket.storefront.throttle.AttemptsInMemory;

class CodesTests {

    private static final String BUYER = "buyer@sample.test";
    private static final String STAFF = "staff@sample.test";
    private static final String HERE = "10.0.0.1";
    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Pattern CODE = Pattern.compile("\\d{8}");

    private final MovableClock clock = new MovableClock();
    private final Codes codes = new Codes();
    private final BuyersByHand buyers = new BuyersByHand();
    private final AccountsInMemory staff = new AccountsInMemory();
    private final Letterbox letters = new Letterbox();
    private final CodeLimits limits = new CodeLimits(new AttemptsInMemory().countedBy(clock));
    private final SendingCodes sending = new SendingCodes(
            codes, staff, new CodeLetters(words(), "https://ocop.test"), letters.sending(clock), limits, clock);
    private final EnteringCodes entering = new EnteringCodes(codes, buyers, limits, new RandomIds(), clock);

    @Test
    void signsInWithTheCodeOfTheLetterInTheBrowserThatAsked() {
        var ticket = ask(" Buyer@Sample.Test ");
        var letter = letters.letters().getFirst();
        assertThat(letter.to()).isEqualTo(BUYER);
        assertThat(letter.subject()).doesNotContainPattern("\\d");

        var entered = enter(ticket, codeIn(letter));

        var buyer = buyer(entered);
        assertThat(buyer.email()).isEqualTo(BUYER);
        assertThat(buyer.language()).isEqualTo("en");
        assertThat(buyer.toString()).doesNotContain("@");
        assertThat(enter(ticket, codeIn(letter))).as("used").isInstanceOf(CodeEntered.Over.class);
    }

    @Test
    void knowsTheBuyerAgain() {
        var first = buyer(enter(ask(BUYER), codeIn(letters.letters().getFirst())));
        var before = new HashSet<>(letters.letters());
        var ticket = ask(BUYER);
        var second = letters.letters().stream()
                .filter(letter -> !before.contains(letter))
                .findFirst()
                .orElseThrow();

        assertThat(buyer(enter(ticket, codeIn(second)))).isEqualTo(first);
    }

    @Test
    void isWorthNothingInAnotherBrowser() {
        var _ = ask(BUYER);
        var code = codeIn(letters.letters().getFirst());
        var other = ask("other@sample.test");

        assertThat(enter(other, code)).isInstanceOf(CodeEntered.Wrong.class);
        assertThat(enter("", code)).isInstanceOf(CodeEntered.Over.class);
        assertThat(buyers.byId).isEmpty();
    }

    @Test
    void takesFiveTriesAndNotOneMore() {
        var ticket = ask(BUYER);
        var code = codeIn(letters.letters().getFirst());
        var wrong = code.equals("00000000") ? "00000001" : "00000000";

        for (int left = 4; left > 0; left--) {
            assertThat(enter(ticket, wrong)).isEqualTo(new CodeEntered.Wrong(left));
        }
        assertThat(enter(ticket, wrong)).isInstanceOf(CodeEntered.Over.class);
        assertThat(enter(ticket, code)).isInstanceOf(CodeEntered.Over.class);
    }

    @Test
    void countsTriesThatComeAtOnce() {
        var ticket = ask(BUYER);

        var outcomes = requireNonNull(Flux.fromStream(IntStream.range(0, 20).boxed())
                .flatMap(i -> entering.enter(ticket, "9999999" + i % 10, HERE, ENGLISH), 20)
                .collectList()
                .block());

        assertThat(outcomes).filteredOn(CodeEntered.Wrong.class::isInstance).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void runsOutAfterTenMinutes() {
        var ticket = ask(BUYER);
        var code = codeIn(letters.letters().getFirst());
        clock.move(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(enter(ticket, code)).isInstanceOf(CodeEntered.Over.class);
    }

    @Test
    void sendsStaffALetterWithoutACodeAndAnswersTheSame() {
        staff.list(new StaffMember("s", STAFF, Set.of(Role.POS_STAFF), Set.of(), Set.of(), Set.of()), "hash")
                .block();

        var ticket = ask(STAFF);

        assertThat(letters.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo(STAFF);
            assertThat(letter.text()).contains("https://ocop.test/sign-in").doesNotContainPattern(CODE);
        });
        assertThat(enter(ticket, "12345678")).isEqualTo(new CodeEntered.Wrong(4));
    }

    @Test
    void keepsNeitherCodeNorTicket() {
        var ticket = ask(BUYER);
        var code = codeIn(letters.letters().getFirst());

        assertThat(codes.byTicket.values()).singleElement().satisfies(kept -> {
            assertThat(kept.ticketHash()).isNotEqualTo(ticket);
            assertThat(kept.codeHash()).isNotEqualTo(Ticket.hash("", code)).doesNotContain(code);
        });
    }

    @Test
    void fillsNoMailboxAndLetsNoStrangerKeepItsOwnerOut() {
        for (int i = 0; i < 5; i++) {
            assertThat(asked(BUYER, "10.0.0.9")).isInstanceOf(CodeAsked.Sent.class);
        }

        assertThat(asked(BUYER, "10.0.0.9")).isInstanceOf(CodeAsked.TooOften.class);
        assertThat(asked(BUYER, HERE)).isInstanceOf(CodeAsked.Sent.class);
        assertThat(letters.letters()).hasSize(6);
    }

    @Test
    void writesToNothingThatIsNoAddress() {
        assertThat(asked("nobody", HERE)).isInstanceOf(CodeAsked.NoAddress.class);
        assertThat(asked("a@b.c,d@e.f", HERE)).isInstanceOf(CodeAsked.NoAddress.class);
        assertThat(letters.letters()).isEmpty();
    }

    private CodeAsked asked(String email, String origin) {
        return requireNonNull(sending.ask(email, origin, ENGLISH).block());
    }

    private String ask(String email) {
        var asked = asked(email, HERE);
        assertThat(asked).isInstanceOf(CodeAsked.Sent.class);
        return ((CodeAsked.Sent) asked).ticket();
    }

    private CodeEntered enter(String ticket, String code) {
        return requireNonNull(entering.enter(ticket, code, HERE, ENGLISH).block());
    }

    private static Buyer buyer(CodeEntered entered) {
        assertThat(entered).isInstanceOf(CodeEntered.Right.class);
        return ((CodeEntered.Right) entered).buyer();
    }

    private static String codeIn(Mail letter) {
        var found = CODE.matcher(letter.text());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static StaticMessageSource words() {
        var words = new StaticMessageSource();
        words.addMessage("buyer.mail.code.subject", ENGLISH, "Your code");
        words.addMessage("buyer.mail.code", ENGLISH, "It is {0}.");
        words.addMessage("buyer.mail.staff.subject", ENGLISH, "No code");
        words.addMessage("buyer.mail.staff", ENGLISH, "Go to {0}.");
        return words;
    }

    /** Codes in a map; every change is one step, as in the store. */
    private static final class Codes implements SignInCodes {

        private final Map<String, SentCode> byTicket = new ConcurrentHashMap<>();

        @Override
        public Mono<Void> add(SentCode code) {
            return Mono.fromRunnable(() -> byTicket.put(code.ticketHash(), code));
        }

        @Override
        public Mono<SentCode> tried(String ticketHash, int most, Instant now) {
            return Mono.defer(() -> {
                var open = new boolean[1];
                var after = byTicket.computeIfPresent(ticketHash, (_, code) -> {
                    open[0] = code.tries() < most && code.expiresAt().isAfter(now);
                    return open[0]
                            ? new SentCode(
                                    ticketHash, code.email(), code.codeHash(), code.tries() + 1, code.expiresAt())
                            : code;
                });
                return open[0] ? Mono.justOrEmpty(after) : Mono.empty();
            });
        }

        @Override
        public Mono<Boolean> use(String ticketHash) {
            return Mono.fromSupplier(() -> byTicket.remove(ticketHash) != null);
        }
    }

    /** Buyers in a map. */
    private static final class BuyersByHand implements Buyers {

        private final Map<String, Buyer> byId = new ConcurrentHashMap<>();

        @Override
        public Mono<Buyer> byId(String id) {
            return Mono.defer(() -> Mono.justOrEmpty(byId.get(id)));
        }

        @Override
        public Mono<Buyer> keptOr(Buyer proposed) {
            return Mono.fromSupplier(() -> byId.values().stream()
                    .filter(buyer -> buyer.email().equals(proposed.email()))
                    .findFirst()
                    .orElseGet(() -> {
                        byId.put(proposed.id(), proposed);
                        return proposed;
                    }));
        }

        @Override
        public Mono<Void> remove(String id) {
            return Mono.fromRunnable(() -> byId.remove(id));
        }
    }
}
