package vn.ocopmarket.catalog.certificate.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.certificate.CertificateAct;
import vn.ocopmarket.catalog.certificate.StatementDraft;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.contract.product.Life;
import vn.ocopmarket.contract.product.Withdrawal;

/**
 * What is done to a certificate; each act takes the fields it needs.
 *
 * @param on withdrawal, reinstatement: the first day of it
 * @param from suspension: its first day
 * @param until suspension, extension: the last day
 * @param receipt extension: number of the slip for the dossier that was handed in
 * @param statement check: who said it and when it was looked at
 */
record ActRequest(
        @Nullable String reason,
        @Nullable String decision,
        @Nullable LocalDate on,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String receipt,
        @Nullable LocalDate receivedOn,
        @Nullable String receivedBy,
        @Nullable StatementDraft statement) {

    /** @throws Problem that names what is missing */
    CertificateAct act(String kind, Caller caller, LocalDate today) {
        return switch (kind) {
            case "withdrawals" -> {
                need("reason", reason, "on", on);
                yield new CertificateAct.Withdraw(
                        new Withdrawal(there(on), there(reason).strip(), decision));
            }
            case "suspensions" -> {
                need("reason", reason, "from", from);
                if (until != null && until.isBefore(there(from))) {
                    throw Problem.invalid(List.of(FieldError.of("until", "ends-before-it-begins")));
                }
                yield new CertificateAct.Suspend(
                        new Life.Suspension(there(from), until, there(reason).strip(), decision), false);
            }
            case "reinstatements" -> {
                need("reason", reason, "on", on);
                yield new CertificateAct.Reinstate(there(on), there(reason).strip());
            }
            case "extensions" -> {
                need("until", until, "receipt", receipt, "receivedOn", receivedOn, "receivedBy", receivedBy);
                yield new CertificateAct.Extend(
                        there(until),
                        new Life.Extension(
                                there(receipt).strip(),
                                there(receivedOn),
                                there(receivedBy).strip()));
            }
            case "renewal-requests" ->
                new CertificateAct.AskForRenewal(Objects.requireNonNullElse(on, today), reasonOrEmpty());
            case "checks" -> {
                var said = Objects.requireNonNullElse(statement, new StatementDraft(null, null, null, null));
                var errors = said.errors("statement.");
                if (!errors.isEmpty()) {
                    throw Problem.invalid(errors);
                }
                yield new CertificateAct.Prove(null, said.statement(caller, today));
            }
            default -> throw Problem.notFound();
        };
    }

    String reasonOrEmpty() {
        return Objects.requireNonNullElse(reason, "").strip();
    }

    String decisionOrEmpty() {
        return Objects.requireNonNullElse(decision, "").strip();
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static void need(@Nullable Object... namesAndValues) {
        var errors = new ArrayList<FieldError>();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            var value = namesAndValues[index + 1];
            if (value == null || value instanceof String text && text.isBlank()) {
                errors.add(FieldError.of(String.valueOf(namesAndValues[index]), "required"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
