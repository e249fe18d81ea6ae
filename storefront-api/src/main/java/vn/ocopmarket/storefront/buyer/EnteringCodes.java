package vn.ocopmarket.storefront.buyer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.buyer.SignInCodes.SentCode;

/** Signs in who has both the letter and the browser that asked for it. Who never did before has an account from then on. */
public final class EnteringCodes {

    static final int MOST_TRIES = 5;

    private static final int ID_LENGTH = 26;

    private final SignInCodes codes;
    private final Buyers buyers;
    private final CodeLimits limits;
    private final RandomIds ids;
    private final Clock clock;

    EnteringCodes(SignInCodes codes, Buyers buyers, CodeLimits limits, RandomIds ids, Clock clock) {
        this.codes = codes;
        this.buyers = buyers;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Never empty. A code signs in once, also when it is sent twice at the same moment.
     *
     * @param ticket of the browser
     * @param code as it was typed
     */
    public Mono<CodeEntered> enter(String ticket, String code, String origin, Locale language) {
        return limits.tryOne(origin)
                .<CodeEntered>map(CodeEntered.TooOften::new)
                .switchIfEmpty(Mono.defer(() -> codes.tried(Ticket.hash(ticket), MOST_TRIES, clock.instant())
                        .flatMap(sent -> isRight(sent, ticket, code)
                                ? limits.wasRight(origin).then(use(sent, language))
                                : Mono.just(wrong(sent)))
                        .defaultIfEmpty(new CodeEntered.Over())));
    }

    private Mono<CodeEntered> use(SentCode sent, Locale language) {
        return codes.use(sent.ticketHash())
                .filter(used -> used)
                .flatMap(_ -> buyers.keptOr(new Buyer(
                        ids.next(ID_LENGTH),
                        sent.email(),
                        language.getLanguage(),
                        ids.next(ID_LENGTH),
                        clock.instant())))
                .map(CodeEntered.Right::new);
    }

    private static CodeEntered wrong(SentCode sent) {
        var left = MOST_TRIES - sent.tries();
        return left > 0 ? new CodeEntered.Wrong(left) : new CodeEntered.Over();
    }

    /** People type spaces where they see them. */
    private static boolean isRight(SentCode sent, String ticket, String code) {
        var digits = code.replaceAll("\\s", "");
        return digits.length() == Ticket.DIGITS
                && MessageDigest.isEqual(
                        Ticket.hash(ticket, digits).getBytes(UTF_8),
                        sent.codeHash().getBytes(UTF_8));
    }
}
