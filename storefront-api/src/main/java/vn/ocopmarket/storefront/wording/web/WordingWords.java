package vn.ocopmarket.storefront.wording.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.wording.WordingOutcome;
import vn.ocopmarket.storefront.wording.domain.Wording;

/** Says in the reader's language why a step was not done. */
@Component
class WordingWords {

    private final MessageSource messages;

    WordingWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What was done; for programs anything else is a problem. */
    Wording doneOrProblem(WordingOutcome outcome, Locale locale) {
        return switch (outcome) {
            case WordingOutcome.Done(var wording) -> wording;
            case WordingOutcome.Wrong wrong ->
                throw Problem.of("invalid-request", 400).with("errors", errors(wrong, locale));
            case WordingOutcome.Stale(var version) ->
                throw Problem.of("stale", 412).with("revision", version);
            case WordingOutcome.Fixed _ -> throw Problem.of("wording-fixed", 409);
            case WordingOutcome.Unknown _ -> throw Problem.of("not-found", 404);
        };
    }

    /** For a page that shows it beside the form. */
    Reply.Refused<Wording> refused(WordingOutcome outcome, Locale locale) {
        return switch (outcome) {
            case WordingOutcome.Wrong wrong -> refused(400, "invalid-request", errors(wrong, locale), locale);
            case WordingOutcome.Stale _ -> refused(412, "stale", List.of(), locale);
            case WordingOutcome.Fixed _ -> refused(409, "wording-fixed", List.of(), locale);
            case WordingOutcome.Unknown _, WordingOutcome.Done _ -> throw Problem.of("not-found", 404);
        };
    }

    private Reply.Refused<Wording> refused(int status, String type, List<InvalidField> errors, Locale locale) {
        return new Reply.Refused<>(
                status,
                type,
                messages.getMessage("problem." + type + ".title", null, locale),
                messages.getMessage("problem." + type + ".detail", null, locale),
                errors);
    }

    private List<InvalidField> errors(WordingOutcome.Wrong wrong, Locale locale) {
        return wrong.faults().stream()
                .map(fault -> new InvalidField(
                        fault.field(),
                        messages.getMessage("wording.wrong." + fault.reason(), new Object[] {fault.about()}, locale)))
                .toList();
    }
}
