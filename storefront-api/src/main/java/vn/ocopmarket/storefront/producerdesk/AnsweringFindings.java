package vn.ocopmarket.storefront.producerdesk;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.Problem;

/** Shows producers what inspections found about them, and hands their answers on to the catalogue. */
public final class AnsweringFindings {

    private static final String API = "/api/v1/findings";
    private static final int AT_ONCE = 4;
    private static final int MOST = 200;
    private static final int NOT_FOUND = 404;
    private static final Comparator<OwnFinding> MOST_URGENT = Comparator.comparing(
                    (OwnFinding finding) -> !finding.isAnswerable())
            .thenComparing(OwnFinding::deadline, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(finding -> finding.report().at(), Comparator.reverseOrder());

    private final Catalogue catalogue;

    AnsweringFindings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A page of the catalogue's list. */
    private record Findings(List<OwnFinding> items) {}

    private record Words(String words) {}

    /**
     * Those about the producers that the member speaks for, the most urgent first; an error when the catalogue does not
     * answer.
     *
     * @param product to which they are narrowed, or null
     */
    public Mono<List<OwnFinding>> all(Asker asker, @Nullable String product) {
        return Flux.fromIterable(asker.member().producers())
                .flatMap(
                        producer -> catalogue.ask(
                                asker,
                                Question.get(API)
                                        .with("producer", producer)
                                        .with("product", product)
                                        .with("size", MOST),
                                Findings.class),
                        AT_ONCE)
                .concatMapIterable(reply -> reply.orProblem().items())
                .sort(MOST_URGENT)
                .collectList();
    }

    /** Never empty; a problem when there is none of that id, or it is about another producer. */
    public Mono<OwnFinding> one(Asker asker, String id) {
        return catalogue
                .ask(asker, Question.get(API + "/{id}", id), OwnFinding.class)
                .map(Reply::orProblem)
                .map(finding -> {
                    if (!asker.member().producers().contains(finding.subject().producerId())) {
                        throw Problem.of("not-found", NOT_FOUND);
                    }
                    return finding;
                });
    }

    /** Says what was done about it; a cancelled answer may or may not have been taken. */
    public Mono<Reply<OwnFinding>> answer(Asker asker, String id, String words) {
        return catalogue.ask(asker, Question.post(API + "/{id}/answers", id).json(new Words(words)), OwnFinding.class);
    }
}
