package vn.ocopmarket.catalog.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.access.Permission;
import vn.ocopmarket.catalog.certificate.ChangingProducts.Changed;
import vn.ocopmarket.catalog.certificate.ChangingProducts.Wish;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.ProductRecord;

/** One act on many products. Each is done or refused for itself; sent again, what is done stays as it is. */
public final class ActingOnMany {

    /** As many as a page of a list shows at most. */
    public static final int MOST = 200;

    private static final int AT_ONCE = 8;

    private final ChangingProducts changing;

    ActingOnMany(ChangingProducts changing) {
        this.changing = changing;
    }

    /**
     * What is acted on.
     *
     * @param number of the certificate; empty when the act is not about one
     * @param revision of the product when it was chosen, or null; one that has changed since is left alone
     */
    public record Target(
            String product, String number, @Nullable Long revision) {

        public Target {
            product = Objects.requireNonNullElse(product, "");
            number = Objects.requireNonNullElse(number, "");
        }
    }

    /**
     * What came of it.
     *
     * @param written false when it was so already
     */
    public record Came(Target target, Outcome<ProductRecord> outcome, boolean written) {}

    /** What is done. */
    public sealed interface Act {

        record ToCertificates(CertificateAct act) implements Act {}

        /** From that day a compulsory paper that is missing blocks the sale. */
        record PapersChecked(LocalDate on, String why) implements Act {}
    }

    /** One for each target, in their order; an error when the store does not answer: some may be done then. */
    public Flux<Came> act(List<Target> targets, Act act, Caller caller) {
        return Flux.fromIterable(targets).flatMapSequential(target -> one(target, act, caller), AT_ONCE);
    }

    private Mono<Came> one(Target target, Act act, Caller caller) {
        var wish = new Wish(target.product(), target.revision(), true, caller, Permission.KEEP_LISTS, target.number());
        return changing.changed(wish, product -> changed(product, target, act))
                .map(outcome -> outcome instanceof Outcome.Done<Changed>(var done)
                        ? new Came(target, new Outcome.Done<>(done.product()), done.written())
                        : new Came(target, Outcome.refused(outcome), false));
    }

    private static Outcome<ProductChange> changed(ProductRecord product, Target target, Act act) {
        return switch (act) {
            case Act.ToCertificates(var certificateAct) ->
                KeepingCertificates.acted(product, target.number(), certificateAct);
            case Act.PapersChecked(var on, var why) -> {
                var before = product.dossier();
                yield new Outcome.Done<>(new ProductChange(
                        product.certificates(),
                        new Dossier(before.recognitions(), before.rights(), before.papers(), on),
                        "PAPERS_CHECKED",
                        product.id(),
                        why));
            }
        };
    }
}
