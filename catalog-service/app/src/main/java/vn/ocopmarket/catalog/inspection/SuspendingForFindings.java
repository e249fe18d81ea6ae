package vn.ocopmarket.catalog.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.access.Where;
import vn.ocopmarket.catalog.certificate.CertificateAct;
import vn.ocopmarket.catalog.certificate.KeepingCertificates;
import vn.ocopmarket.catalog.inspection.FollowingFindings.Step;
import vn.ocopmarket.catalog.inspection.domain.Finding;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Act;
import vn.ocopmarket.catalog.inspection.domain.FindingState.Rest;
import vn.ocopmarket.catalog.inspection.domain.Subject;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.Products;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Life;
import vn.ocopmarket.contract.product.ProductRecord;

/**
 * Lets a certificate rest because of a finding. The finding says so first, in the write that decides between two
 * inspectors; then the certificate is told, again and again until it knows, since doing that twice changes nothing.
 */
public final class SuspendingForFindings {

    private static final String INSPECTOR = "INSPECTOR";

    private final Findings findings;
    private final FollowingFindings following;
    private final Products products;
    private final KeepingCertificates certificates;
    private final Clock clock;

    SuspendingForFindings(
            Findings findings,
            FollowingFindings following,
            Products products,
            KeepingCertificates certificates,
            Clock clock) {
        this.findings = findings;
        this.following = following;
        this.products = products;
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * What the inspector asks for.
     *
     * @param product whose certificate; may be left out when the finding is about one product or its lot
     * @param number of the certificate
     */
    public record Wish(
            @Nullable String product,
            @Nullable String number,
            @Nullable String reason) {}

    /** Never empty; the certificate rests from today on. */
    public Mono<FindingOutcome> suspend(String id, @Nullable Long revision, Wish wish, Caller caller) {
        return findings.find(id)
                .filter(finding -> inspects(caller, finding.subject()))
                .flatMap(finding -> product(finding, wish)
                        .flatMap(product -> suspend(finding, revision, rest(finding, product, wish, caller), caller))
                        .defaultIfEmpty(invalid("product", "unknown-subject")))
                .defaultIfEmpty(RecordingFindings.refused(new Outcome.Unknown<>()));
    }

    private static boolean inspects(Caller caller, Subject subject) {
        return caller.may(Permission.INSPECT, Where.province(subject.provinceCode()));
    }

    /** Empty when it is not one of the inspected producer's. */
    private Mono<ProductRecord> product(Finding finding, Wish wish) {
        var subject = finding.subject();
        var named = subject.productId() == null ? wish.product() : subject.productId();
        return named == null
                ? Mono.empty()
                : products.withIds(Set.of(named))
                        .next()
                        .filter(product -> product.producer().id().equals(subject.producerId())
                                && product.place().provinceCode().equals(subject.provinceCode()));
    }

    private Outcome<Rest> rest(Finding finding, ProductRecord product, Wish wish, Caller caller) {
        var errors = FollowingFindings.errors("reason", wish.reason());
        FindingDraft.need(errors, "number", wish.number());
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        var number = Objects.requireNonNull(wish.number());
        var reason = Objects.requireNonNull(wish.reason()).strip();
        var rest = new Rest(product.id(), number, LocalDate.now(clock), reason, caller.subject(), false);
        return product.certificates().stream()
                .filter(certificate -> certificate.number().equals(number))
                .findFirst()
                .<Outcome<Rest>>map(
                        certificate -> possible(act(finding.id(), rest).on(certificate), rest))
                .orElseGet(() -> new Outcome.Invalid<>(List.of(FieldError.of("number", "unknown-certificate"))));
    }

    private static Outcome<Rest> possible(Outcome<Certificate> wanted, Rest rest) {
        return wanted instanceof Outcome.Done ? new Outcome.Done<>(rest) : Outcome.refused(wanted);
    }

    private Mono<FindingOutcome> suspend(
            Finding finding, @Nullable Long revision, Outcome<Rest> wanted, Caller caller) {
        if (!(wanted instanceof Outcome.Done<Rest>(var rest))) {
            return Mono.just(RecordingFindings.refused(Outcome.refused(wanted)));
        }
        var step = new Step(Permission.INSPECT, Act.SUSPEND, found -> found.suspended(rest, now()));
        return following
                .step(finding.id(), revision, caller, step)
                .flatMap(outcome -> outcome instanceof FindingOutcome.Done(var next)
                        ? carryOut(next).<FindingOutcome>map(FindingOutcome.Done::new)
                        : Mono.just(outcome));
    }

    /**
     * Tells the certificates of all findings that are still to be told, for whoever comes after one that stopped; one that
     * cannot be told holds up no other.
     */
    Mono<Void> carryOutAll() {
        return findings.toCarryOut().concatMapDelayError(this::carryOut).then();
    }

    /**
     * Never empty. A certificate that rests already, or is gone, needs no telling; one that may not be told yet still does,
     * for the finding says that it rests.
     */
    private Mono<Finding> carryOut(Finding finding) {
        var rest = finding.state().rest();
        if (rest == null || rest.carriedOut()) {
            return Mono.just(finding);
        }
        var inspector = new Caller(
                rest.by(), Set.of(INSPECTOR), Set.of(finding.subject().provinceCode()), Set.of());
        return certificates
                .suspend(rest.productId(), rest.number(), act(finding.id(), rest), inspector)
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Stale<?> _, Outcome.Forbidden<?> _ -> Mono.just(finding);
                    case Outcome.Done<?> _, Outcome.Invalid<?> _, Outcome.Taken<?> _, Outcome.Unknown<?> _ ->
                        noted(finding);
                });
    }

    /** When somebody else was first, such as the one who carries out what others decided, it is as they left it. */
    private Mono<Finding> noted(Finding finding) {
        var next = finding.carriedOut(now());
        return next == finding
                ? Mono.just(finding)
                : findings.replace(next)
                        .flatMap(done -> done
                                ? Mono.just(next)
                                : findings.find(finding.id()).defaultIfEmpty(finding));
    }

    private static CertificateAct.Suspend act(String finding, Rest rest) {
        return new CertificateAct.Suspend(new Life.Suspension(rest.from(), null, rest.reason(), finding), true);
    }

    private static FindingOutcome invalid(String field, String code) {
        return RecordingFindings.refused(new Outcome.Invalid<>(List.of(FieldError.of(field, code))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
