package vn.ocopmarket.storefront.officerdesk.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.Dossier;
import vn.ocopmarket.contract.product.Evidence;
import vn.ocopmarket.contract.product.PaperKind;
import vn.ocopmarket.contract.product.ProductRecord;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;

/** Puts the officers' page of a product together. */
@Component
class ShowingProducts {

    private static final int MOST_DEEDS = 100;

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    ShowingProducts(Catalogue catalogue, Accounts accounts, MessageSource messages, Clock clock) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    private record History(List<Deed> items) {}

    private record Deed(
            Instant at,
            String who,
            String what,
            @Nullable String of,
            @Nullable String why,
            @Nullable List<Change> changes) {}

    private record Change(
            String field,
            @Nullable String of,
            @Nullable String before,
            @Nullable String after) {}

    /** Never empty; a problem when there is no such product, or not for who asks. */
    Mono<ProductRecord> product(Asker asker, String id) {
        return catalogue
                .ask(asker, Question.get("/api/v1/products/{id}", id), ProductRecord.class)
                .map(Reply::orProblem);
    }

    /** Never empty; the history alone tells who may see this page, so it is asked for first. */
    Mono<Rendering> page(Asker asker, String id, Entry entry) {
        var history = Question.get("/api/v1/products/{id}/history", id).with("limit", MOST_DEEDS);
        return catalogue
                .ask(asker, history, History.class)
                .map(Reply::orProblem)
                .flatMap(told -> Mono.zip(product(asker, id), deeds(asker, told), (product, deeds) -> {
                    var view = ProductView.of(product, LocalDate.now(clock));
                    return Rendering.view("officerdesk/product")
                            .status(HttpStatus.valueOf(entry.status()))
                            .modelAttribute("view", view)
                            .modelAttribute("product", product)
                            .modelAttribute("deeds", deeds)
                            .modelAttribute("entry", entry)
                            .modelAttribute("paperKinds", PaperKind.values())
                            .modelAttribute("rightKinds", Dossier.RightKind.values())
                            .modelAttribute("recognitionKinds", Dossier.RecognitionKind.values())
                            .modelAttribute("sayings", Evidence.Kind.values())
                            .modelAttribute("starChoices", List.of("3", "4", "5"))
                            .build();
                }));
    }

    private Mono<List<ProductView.DeedView>> deeds(Asker asker, History told) {
        var who = told.items().stream().map(Deed::who).collect(Collectors.toCollection(LinkedHashSet::new));
        return Flux.fromIterable(who)
                .flatMap(accounts::byId)
                .collectMap(
                        account -> account.member().accountId(),
                        account -> account.member().email())
                .map(names -> told.items().stream()
                        .sorted(java.util.Comparator.comparing(Deed::at).reversed())
                        .map(deed -> deed(deed, names, asker))
                        .toList());
    }

    private ProductView.DeedView deed(Deed deed, Map<String, String> names, Asker asker) {
        var changes = Objects.requireNonNullElse(deed.changes(), List.<Change>of()).stream()
                .map(change -> change(change, asker))
                .collect(Collectors.joining("; "));
        var why = Objects.requireNonNullElse(deed.why(), "");
        return new ProductView.DeedView(
                deed.at(),
                names.getOrDefault(deed.who(), deed.who()),
                word("deed." + deed.what(), deed.what(), asker),
                deed.of(),
                changes.isEmpty() ? why : why.isEmpty() ? changes : why + " — " + changes);
    }

    private String change(Change change, Asker asker) {
        var field = word("deed.field." + change.field(), change.field(), asker);
        var of = change.of() == null ? "" : " " + change.of();
        return "%s%s: %s → %s"
                .formatted(
                        field,
                        of,
                        Objects.requireNonNullElse(change.before(), "–"),
                        Objects.requireNonNullElse(change.after(), "–"));
    }

    private String word(String key, String otherwise, Asker asker) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, asker.language()));
    }
}
