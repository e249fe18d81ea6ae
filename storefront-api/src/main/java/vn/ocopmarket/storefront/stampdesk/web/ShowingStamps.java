package vn.ocopmarket.storefront.stampdesk.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.ocopmarket.storefront.RandomIds;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.Accounts;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;

/** Puts the page of a batch together. */
@Component
class ShowingStamps {

    private static final int KEY_LENGTH = 20;
    private static final List<String> FATES = List.of("USED", "LOST", "DESTROYED", "VOID");

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final MessageSource messages;
    private final RandomIds ids;
    private final Clock clock;

    ShowingStamps(Catalogue catalogue, Accounts accounts, MessageSource messages, RandomIds ids, Clock clock) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The product that was looked for, or chosen.
     *
     * @param certificate number of the one chosen with it
     */
    record Choice(
            @Nullable String q,
            @Nullable String product,
            @Nullable String certificate,
            @Nullable String label) {

        static Choice of(SentForm sent) {
            return new Choice(null, sent.field("product"), sent.field("certificate"), sent.field("label"));
        }

        public boolean isMade() {
            return product != null && !product.isBlank();
        }

        String words() {
            return q == null ? "" : q.strip();
        }
    }

    /** As the deeds of the frame show it. */
    record DeedView(Instant at, String who, String what, String of, String why) {}

    /** Never empty; a problem when there is none, or it is another province's. */
    Mono<Rendering> page(Asker asker, String id, Choice choice, Entry entry) {
        return catalogue
                .ask(asker, Question.get("/api/v1/stamp-batches/{id}", id), StampBatch.class)
                .map(Reply::orProblem)
                .flatMap(batch -> Mono.zip(deeds(asker, id), found(asker, batch, choice), (deeds, found) -> {
                    var key = key(entry);
                    return Rendering.view("stampdesk/batch")
                            .status(HttpStatus.valueOf(entry.status()))
                            .model(Map.of("batch", batch, "choice", choice, "words", choice.words(), "found", found))
                            .model(Map.of("key", key, "entry", entry, "deeds", deeds, "fates", FATES))
                            .modelAttribute("today", LocalDate.now(clock))
                            .build();
                }));
    }

    /** The one that was sent, so that a second try finds the first; a new one when nothing can come of that. */
    private String key(Entry entry) {
        var sent = entry.status() == HttpStatus.CONFLICT.value() ? null : entry.value("give", "key", null);
        return Objects.requireNonNullElseGet(sent, () -> ids.next(KEY_LENGTH));
    }

    /** Products of the province whose certificate holds. */
    private Mono<List<StampBatch.Product>> found(Asker asker, StampBatch batch, Choice choice) {
        var question = Question.get("/api/v1/certificates")
                .with("q", choice.words())
                .with("list", "HOLDING")
                .with("province", batch.province())
                .with("size", 30);
        return choice.words().isEmpty()
                ? Mono.just(List.of())
                : catalogue
                        .ask(asker, question, StampBatch.Products.class)
                        .map(Reply::orProblem)
                        .map(StampBatch.Products::items);
    }

    private Mono<List<DeedView>> deeds(Asker asker, String id) {
        return catalogue
                .ask(
                        asker,
                        Question.get("/api/v1/stamp-batches/{id}/history", id).with("limit", 200),
                        StampBatch.History.class)
                .map(Reply::orProblem)
                .flatMap(history -> names(history)
                        .map(names -> history.items().stream()
                                .map(deed -> told(deed, names, asker))
                                .toList()));
    }

    private DeedView told(StampBatch.Deed deed, Map<String, String> names, Asker asker) {
        var what = messages.getMessage("stamps.deed." + deed.what(), null, deed.what(), asker.language());
        return new DeedView(
                deed.at(),
                names.getOrDefault(deed.who(), deed.who()),
                Objects.requireNonNull(what),
                deed.of(),
                deed.why());
    }

    private Mono<Map<String, String>> names(StampBatch.History history) {
        var who = history.items().stream().map(StampBatch.Deed::who).collect(Collectors.toUnmodifiableSet());
        return Flux.fromIterable(who)
                .flatMap(accounts::byId)
                .collectMap(
                        account -> account.member().accountId(),
                        account -> account.member().email());
    }
}
