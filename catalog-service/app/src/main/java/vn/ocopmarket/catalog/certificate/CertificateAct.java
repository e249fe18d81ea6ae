package vn.ocopmarket.catalog.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Certificate;
import vn.ocopmarket.contract.product.Evidence;
import vn.ocopmarket.contract.product.Life;
import vn.ocopmarket.contract.product.Limit;
import vn.ocopmarket.contract.product.Withdrawal;

/** What an officer does to a certificate that is there; doing the same again changes nothing. */
public sealed interface CertificateAct {

    /** What it makes of a certificate, or why it cannot be done. */
    Outcome<Certificate> on(Certificate certificate);

    /** What is told of it in the history. */
    String what();

    String why();

    /** Ends it before its time. */
    record Withdraw(Withdrawal withdrawal) implements CertificateAct {

        @Override
        public Outcome<Certificate> on(Certificate certificate) {
            var before = certificate.withdrawal();
            return before == null || before.equals(withdrawal)
                    ? new Outcome.Done<>(certificate.with(withdrawal))
                    : new Outcome.Taken<>("number", certificate.number());
        }

        @Override
        public String what() {
            return "CERTIFICATE_WITHDRAWN";
        }

        @Override
        public String why() {
            return withdrawal.reason();
        }
    }

    /** Lets it hold on beyond its end while the dossier that was handed in is judged. */
    record Extend(LocalDate until, Life.Extension proof) implements CertificateAct {

        @Override
        public Outcome<Certificate> on(Certificate certificate) {
            var errors = errors(certificate.validUntil(), until, proof);
            return errors.isEmpty()
                    ? new Outcome.Done<>(certificate.extended(until, proof))
                    : new Outcome.Invalid<>(errors);
        }

        static List<FieldError> errors(LocalDate validUntil, LocalDate until, Life.Extension proof) {
            var errors = new ArrayList<FieldError>();
            var longest = Limit.LONGEST_EXTENSION_DAYS.on(validUntil);
            if (!until.isAfter(validUntil) || until.isAfter(validUntil.plusDays(longest))) {
                errors.add(FieldError.of("until", "extension", longest));
            }
            if (proof.receivedOn().isAfter(until)) {
                errors.add(FieldError.of("receivedOn", "ends-before-it-begins"));
            }
            return errors;
        }

        @Override
        public String what() {
            return "CERTIFICATE_EXTENDED";
        }

        @Override
        public String why() {
            return proof.receipt();
        }
    }

    /**
     * Lets it rest.
     *
     * @param once whether its decision lets it rest once only: a rest that was ended since is not begun anew
     */
    record Suspend(Life.Suspension suspension, boolean once) implements CertificateAct {

        @Override
        public Outcome<Certificate> on(Certificate certificate) {
            var rests = certificate.life().suspensions();
            if (rests.contains(suspension) || once && rests.stream().anyMatch(this::isDecidedAlike)) {
                return new Outcome.Done<>(certificate);
            }
            if (rests.stream().anyMatch(rest -> rest.until() == null)) {
                return new Outcome.Taken<>("from", certificate.number());
            }
            var more = new ArrayList<>(rests);
            more.add(suspension);
            return new Outcome.Done<>(certificate.with(certificate.life().with(more)));
        }

        private boolean isDecidedAlike(Life.Suspension rest) {
            return Objects.equals(rest.decision(), suspension.decision());
        }

        @Override
        public String what() {
            return "CERTIFICATE_SUSPENDED";
        }

        @Override
        public String why() {
            return suspension.reason();
        }
    }

    /** Ends its rest. */
    record Reinstate(LocalDate on, String reason) implements CertificateAct {

        @Override
        public Outcome<Certificate> on(Certificate certificate) {
            var lastDay = on.minusDays(1);
            var rests = certificate.life().suspensions();
            var ended = rests.stream().map(rest -> rest.endedBefore(on)).toList();
            if (ended.equals(rests) && rests.stream().noneMatch(rest -> lastDay.equals(rest.until()))) {
                return new Outcome.Invalid<>(List.of(FieldError.of("on", "not-suspended")));
            }
            return new Outcome.Done<>(certificate.with(certificate.life().with(ended)));
        }

        @Override
        public String what() {
            return "CERTIFICATE_REINSTATED";
        }

        @Override
        public String why() {
            return reason;
        }
    }

    /** Writes down that its producer was asked to renew it. */
    record AskForRenewal(LocalDate on, String words) implements CertificateAct {

        @Override
        public Outcome<Certificate> on(Certificate certificate) {
            return new Outcome.Done<>(certificate.with(certificate.life().askedForRenewal(on)));
        }

        @Override
        public String what() {
            return "RENEWAL_ASKED";
        }

        @Override
        public String why() {
            return words;
        }
    }

    /** Keeps the signed decision, or who said it, with it. */
    record Prove(Evidence.@Nullable File file, Evidence.@Nullable Statement statement) implements CertificateAct {

        @Override
        public Outcome<Certificate> on(Certificate certificate) {
            var before = certificate.evidence();
            return new Outcome.Done<>(certificate.with(new Evidence(
                    file == null ? before.file() : file, statement == null ? before.statement() : statement)));
        }

        @Override
        public String what() {
            return file == null ? "CERTIFICATE_CHECKED" : "DECISION_ATTACHED";
        }

        @Override
        public String why() {
            return file == null ? Objects.requireNonNull(statement).who() : file.sha256();
        }
    }
}
