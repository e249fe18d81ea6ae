package vn.ocopmarket.catalog.certificate.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.catalog.certificate.ActingOnMany.Came;
import vn.ocopmarket.catalog.problem.Outcome;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** Says what came of an act on one of many, in the words that it would have been refused with alone. */
@Component
class CameViews {

    private final MessageSource messages;

    CameViews(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What came of it.
     *
     * @param came DONE, ALREADY or the type of the problem, such as {@code stale}
     * @param words why not, or null when it is so now
     */
    record CameView(
            String product,
            String number,
            @Nullable String name,
            @Nullable Long revision,
            String came,
            @Nullable String words) {}

    CameView of(Came came, Locale language) {
        var target = came.target();
        if (came.outcome() instanceof Outcome.Done<vn.ocopmarket.contract.product.ProductRecord>(var product)) {
            var how = came.written() ? "DONE" : "ALREADY";
            return new CameView(target.product(), target.number(), product.name(), product.revision(), how, null);
        }
        var problem = problem(came.outcome());
        return new CameView(target.product(), target.number(), null, null, problem.type(), words(problem, language));
    }

    private static Problem problem(Outcome<?> outcome) {
        try {
            var _ = Outcome.orProblem(outcome);
            throw new IllegalStateException("Not refused: " + outcome);
        } catch (Problem problem) {
            return problem;
        }
    }

    private String words(Problem problem, Locale language) {
        if (problem.extras().get("errors") instanceof List<?> errors && !errors.isEmpty()) {
            return String.join(
                    " ",
                    errors.stream()
                            .map(FieldError.class::cast)
                            .map(error -> say(
                                    "field." + error.code(),
                                    language,
                                    error.arguments().toArray()))
                            .toList());
        }
        return say("problem." + problem.type() + ".detail", language, problem.arguments());
    }

    private String say(String key, Locale language, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, key, language));
    }
}
