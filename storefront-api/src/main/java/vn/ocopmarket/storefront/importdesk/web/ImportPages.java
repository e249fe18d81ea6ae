package vn.ocopmarket.storefront.importdesk.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.importdesk.web.ImportReplies.Accepted;
import vn.ocopmarket.storefront.importdesk.web.ImportReplies.DifferencePage;
import vn.ocopmarket.storefront.importdesk.web.ImportReplies.Left;
import vn.ocopmarket.storefront.importdesk.web.ImportReplies.LeftPage;
import vn.ocopmarket.storefront.importdesk.web.ImportReplies.View;
import vn.ocopmarket.storefront.importdesk.web.ImportReplies.ViewPage;

/** Bringing lists in: every file is looked through before anything is written, and can be taken back. */
@DeskPage
class ImportPages {

    private static final String HOME = "/staff/imports";
    private static final String API = "/api/v1/imports";
    private static final int ON_A_PAGE = 25;

    private final CurrentStaff staff;
    private final Catalogue catalogue;
    private final UploadedLists uploads;

    ImportPages(CurrentStaff staff, Catalogue catalogue, UploadedLists uploads) {
        this.staff = staff;
        this.catalogue = catalogue;
        this.uploads = uploads;
    }

    @GetMapping(HOME)
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String cursor, Locale language) {
        return list(cursor, Entry.NONE, language);
    }

    private Mono<Rendering> list(@Nullable String cursor, Entry entry, Locale language) {
        var question = Question.get(API).with("limit", ON_A_PAGE).with("cursor", cursor);
        return ask(question, ViewPage.class, language)
                .map(Reply::orProblem)
                .map(page -> Rendering.view("importdesk/list")
                        .status(HttpStatus.valueOf(entry.status()))
                        .modelAttribute("imports", page.items())
                        .modelAttribute("next", page.next() == null ? "" : page.next())
                        .modelAttribute("entry", entry)
                        .build());
    }

    /** The file is looked through; nothing is written yet. */
    @PostMapping(HOME)
    Mono<Rendering> upload(ServerWebExchange exchange, Locale language) {
        return uploads.read(exchange).flatMap(upload -> switch (upload) {
            case UploadedLists.Upload.Refused(var reason) -> list(null, uploads.refused(reason, language), language);
            case UploadedLists.Upload.File file ->
                ask(file.question(API), Accepted.class, language).flatMap(reply -> switch (reply) {
                    case Reply.Given<Accepted>(var accepted) -> Mono.just(to(path(accepted.id())));
                    case Reply.Refused<Accepted> refused -> list(null, new Entry("file", Map.of(), refused), language);
                });
        });
    }

    @GetMapping(HOME + "/{id}")
    Mono<Rendering> one(
            @PathVariable String id,
            @RequestParam(defaultValue = "all") String only,
            @RequestParam(defaultValue = "0") int cursor,
            Locale language) {
        return one(id, new Part(only, cursor), Entry.NONE, language);
    }

    /** Which part of the differences. */
    private record Part(String only, int cursor) {

        static final Part FIRST = new Part("all", 0);
    }

    private Mono<Rendering> one(String id, Part part, Entry entry, Locale language) {
        return ask(Question.get(API + "/{id}", id), View.class, language)
                .map(Reply::orProblem)
                .flatMap(view -> Mono.zip(differences(view, part, language), left(view, language))
                        .map(parts -> Rendering.view("importdesk/one")
                                .status(HttpStatus.valueOf(entry.status()))
                                .modelAttribute("view", view)
                                .modelAttribute("only", part.only())
                                .modelAttribute("differences", parts.getT1())
                                .modelAttribute("left", parts.getT2().items())
                                .modelAttribute("entry", entry)
                                .build()));
    }

    private Mono<DifferencePage> differences(View view, Part part, Locale language) {
        var question = Question.get(API + "/{id}/differences", view.id())
                .with("only", part.only())
                .with("cursor", part.cursor())
                .with("limit", ON_A_PAGE);
        return view.isPreviewed()
                ? ask(question, DifferencePage.class, language).map(Reply::orProblem)
                : Mono.just(DifferencePage.NONE);
    }

    private Mono<LeftPage> left(View view, Locale language) {
        return view.isUndone()
                ? ask(Question.get(API + "/{id}/undoings", view.id()).with("limit", 500), LeftPage.class, language)
                        .map(Reply::orProblem)
                : Mono.just(LeftPage.NONE);
    }

    /** How far it is, for a page that looks again; when it has ended, the whole page is shown again. */
    @GetMapping(HOME + "/{id}/progress")
    Mono<Rendering> progress(@PathVariable String id, ServerWebExchange exchange, Locale language) {
        return ask(Question.get(API + "/{id}", id), View.class, language)
                .map(Reply::orProblem)
                .map(view -> {
                    if (!view.isAtWork()) {
                        exchange.getResponse().getHeaders().set("HX-Refresh", "true");
                    }
                    return Rendering.view("importdesk/one :: progress")
                            .modelAttribute("view", view)
                            .build();
                });
    }

    @PostMapping(HOME + "/{id}/applications")
    Mono<Rendering> apply(@PathVariable String id, Locale language) {
        return ask(Question.post(API + "/{id}/applications", id), Accepted.class, language)
                .flatMap(reply -> after(reply, id, new Entry("apply", Map.of(), null), language));
    }

    @PostMapping(HOME + "/{id}/undoings")
    Mono<Rendering> undo(@PathVariable String id, ServerWebExchange exchange, Locale language) {
        return exchange.getFormData().flatMap(form -> {
            var said = Map.of(
                    "reason",
                    String.valueOf(form.getOrDefault("reason", List.of("")).getFirst()));
            var question = Question.post(API + "/{id}/undoings", id).json(said);
            return ask(question, Accepted.class, language)
                    .flatMap(reply -> after(reply, id, new Entry("undo", said, null), language));
        });
    }

    @PostMapping(HOME + "/{id}/undoings/{product}")
    Mono<Rendering> undoOne(
            @PathVariable String id, @PathVariable String product, ServerWebExchange exchange, Locale language) {
        return exchange.getFormData().flatMap(form -> {
            var said = Map.of(
                    "reason",
                    String.valueOf(form.getOrDefault("reason", List.of("")).getFirst()));
            var question =
                    Question.post(API + "/{id}/undoings/{product}", id, product).json(said);
            return ask(question, Left.class, language)
                    .flatMap(reply -> after(reply, id, new Entry("left-" + product, said, null), language));
        });
    }

    private Mono<Rendering> after(Reply<?> reply, String id, Entry entry, Locale language) {
        return switch (reply) {
            case Reply.Given<?> _ -> Mono.just(to(path(id)));
            case Reply.Refused<?> refused ->
                one(id, Part.FIRST, new Entry(entry.form(), entry.said(), refused), language);
        };
    }

    /** An empty list to fill in. */
    @GetMapping(HOME + "/template.xlsx")
    Mono<ResponseEntity<byte[]>> template(Locale language) {
        return ask(Question.get(API + "/template.xlsx"), byte[].class, language)
                .map(Reply::orProblem)
                .map(ListFile.TEMPLATE::answer);
    }

    @GetMapping(HOME + "/{id}/files/{name}")
    Mono<ResponseEntity<byte[]>> file(@PathVariable String id, @PathVariable String name, Locale language) {
        return ask(Question.get(API + "/{id}/{name}", id, ListFile.of(name).name), byte[].class, language)
                .map(Reply::orProblem)
                .map(bytes -> ListFile.of(name).answer(bytes));
    }

    private <T> Mono<Reply<T>> ask(Question question, Class<T> answer, Locale language) {
        return staff.get().flatMap(member -> catalogue.ask(new Asker(member, language), question, answer));
    }

    private static Rendering to(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }

    private static String path(String id) {
        return URI.create(UriComponentsBuilder.fromPath(HOME)
                        .pathSegment(id)
                        .encode()
                        .toUriString())
                .toString();
    }
}
