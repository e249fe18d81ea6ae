package vn.ocopmarket.storefront.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.account.StaffMember;
import vn.ocopmarket.storefront.secondfactor.SecondFactors.Proposal;
import vn.ocopmarket.storefront.secondfactor.domain.Base32;
import vn.ocopmarket.storefront.secondfactor.domain.TypedCode;
import vn.ocopmarket.storefront.secret.RandomBytes;
import vn.ocopmarket.storefront.secret.SealingSecrets;
import vn.ocopmarket.storefront.secret.SecretHashes;

/** Sets up a second factor: a secret is proposed, and counts from the first code that shows that it has arrived. */
public final class SettingUpSecondFactors {

    private static final Duration PROPOSED_FOR = Duration.ofMinutes(15);
    private static final int RECOVERY_CODES = 10;

    private final SecondFactors factors;
    private final SealingSecrets sealing;
    private final SecondFactorSettings settings;
    private final InstantSource telephones;
    private final RandomBytes random = new RandomBytes();
    private final RandomIds ids = new RandomIds();

    SettingUpSecondFactors(
            SecondFactors factors, SealingSecrets sealing, SecondFactorSettings settings, InstantSource telephones) {
        this.factors = factors;
        this.sealing = sealing;
        this.settings = settings;
        this.telephones = telephones;
    }

    /** Proposes a new secret; never empty. What is on stays on until the new one is confirmed. */
    public Mono<SharedSecret> propose(StaffMember owner) {
        return Mono.defer(() -> {
            var secret = random.next(TimeCodes.SECRET_BYTES);
            var proposal = new Proposal(sealing.seal(secret, owner.accountId()), telephones.instant());
            return factors.propose(owner.accountId(), proposal).thenReturn(shared(owner, secret));
        });
    }

    /** The secret that was proposed of late, else a new one: who reloads the page has not scanned in vain. Never empty. */
    public Mono<SharedSecret> proposed(StaffMember owner) {
        return fresh(owner)
                .map(proposal -> shared(owner, sealing.open(proposal.sealedSecret(), owner.accountId())))
                .switchIfEmpty(propose(owner));
    }

    /** Never empty. Of several at once with one proposal, one is done. */
    public Mono<SettingUp> confirm(StaffMember owner, String typed) {
        return fresh(owner)
                .flatMap(proposal -> confirm(owner.accountId(), proposal, typed))
                .defaultIfEmpty(new SettingUp.NothingProposed());
    }

    /** New ones instead of all that are left. Empty when there is no second factor, or another by now. */
    public Mono<List<String>> replaceRecoveryCodes(StaffMember owner) {
        return Mono.defer(() -> {
            var codes = recoveryCodes();
            return factors.find(owner.accountId())
                    .flatMap(factor ->
                            factors.replaceRecoveryCodes(owner.accountId(), factor.sealedSecret(), hashes(codes)))
                    .filter(replaced -> replaced)
                    .map(_ -> shown(codes));
        });
    }

    private Mono<SettingUp> confirm(String accountId, Proposal proposal, String typed) {
        var secret = sealing.open(proposal.sealedSecret(), accountId);
        if (!(TypedCode.read(typed) instanceof TypedCode.OfApp(var digits))) {
            return Mono.just(new SettingUp.WrongCode());
        }
        var now = telephones.instant();
        var step = TimeCodes.stepOf(digits, secret, now);
        if (step.isEmpty()) {
            return Mono.just(new SettingUp.WrongCode());
        }
        var codes = recoveryCodes();
        var factor = new SecondFactor(proposal.sealedSecret(), step.getAsLong(), hashes(codes), now);
        return factors.switchOn(accountId, factor)
                .<SettingUp>map(generation -> new SettingUp.Done(shown(codes), generation))
                .defaultIfEmpty(new SettingUp.NothingProposed());
    }

    private Mono<Proposal> fresh(StaffMember owner) {
        return factors.proposal(owner.accountId())
                .filter(proposal ->
                        telephones.instant().isBefore(proposal.madeAt().plus(PROPOSED_FOR)));
    }

    private SharedSecret shared(StaffMember owner, byte[] secret) {
        var text = Base32.of(secret);
        var issuer = encoded(settings.issuer());
        return new SharedSecret(
                text,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(issuer, encoded(owner.email()), text, issuer));
    }

    private List<String> recoveryCodes() {
        return Stream.generate(() -> ids.next(TypedCode.RECOVERY_CHARACTERS))
                .limit(RECOVERY_CODES)
                .toList();
    }

    private static Set<String> hashes(List<String> codes) {
        return codes.stream().map(SecretHashes::of).collect(Collectors.toSet());
    }

    private static List<String> shown(List<String> codes) {
        return codes.stream().map(TypedCode::shown).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
