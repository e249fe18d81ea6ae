package vn.ocopmarket.storefront.promotion.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.promotion.KeptVoucher;
import vn.ocopmarket.storefront.promotion.VoucherOutcome;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft.Fault;

/** Says in the reader's language why a step was not done. */
@Component
class VoucherWords {

    private final MessageSource messages;

    VoucherWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What was done; for programs anything else is a problem. */
    KeptVoucher doneOrProblem(VoucherOutcome outcome, Locale locale) {
        return switch (outcome) {
            case VoucherOutcome.Done(var voucher) -> voucher;
            case VoucherOutcome.Wrong(var faults) ->
                throw Problem.of("invalid-request", 400).with("errors", errors(faults, locale));
            case VoucherOutcome.CodeTaken(var code) ->
                throw Problem.of("voucher-exists", 409, code).with("voucher", code);
            case VoucherOutcome.Stale(var revision) ->
                throw Problem.of("stale", 412).with("revision", revision);
            case VoucherOutcome.MoveRefused(var state, var allowed) ->
                throw Problem.of("transition-not-allowed", 409, state.name())
                        .with("state", state)
                        .with("allowed", allowed.stream().sorted().toList());
            case VoucherOutcome.Unknown _ -> throw Problem.of("not-found", 404);
        };
    }

    /** For a page that shows it beside the form. */
    Reply.Refused<KeptVoucher> refused(VoucherOutcome outcome, Locale locale) {
        return switch (outcome) {
            case VoucherOutcome.Wrong(var faults) -> refused(400, "invalid-request", errors(faults, locale), locale);
            case VoucherOutcome.CodeTaken(var code) -> refused(409, "voucher-exists", List.of(), locale, code);
            case VoucherOutcome.Stale _ -> refused(412, "stale", List.of(), locale);
            case VoucherOutcome.MoveRefused(var state, var _) ->
                refused(409, "transition-not-allowed", List.of(), locale, state.name());
            case VoucherOutcome.Unknown _, VoucherOutcome.Done _ -> throw Problem.of("not-found", 404);
        };
    }

    private Reply.Refused<KeptVoucher> refused(
            int status, String type, List<InvalidField> errors, Locale locale, Object... about) {
        return new Reply.Refused<>(
                status,
                type,
                messages.getMessage("problem." + type + ".title", about, locale),
                messages.getMessage("problem." + type + ".detail", about, locale),
                errors);
    }

    private List<InvalidField> errors(List<Fault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> new InvalidField(
                        fault.field(),
                        messages.getMessage("promotion.wrong." + fault.reason(), new Object[] {fault.about()}, locale)))
                .toList();
    }
}
