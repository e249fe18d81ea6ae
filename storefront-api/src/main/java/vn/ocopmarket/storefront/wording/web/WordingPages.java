package vn.ocopmarket.storefront.wording.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.wording.KeepingWordings;
import vn.ocopmarket.storefront.wording.KeepingWordings.Step;
import vn.ocopmarket.storefront.wording.WordingOutcome;
import vn.ocopmarket.storefront.wording.domain.WordGroup;

/** The desk where officers add words that say the same, and see what changes before it does. */
@DeskPage
@RequestMapping("/staff/wordings")
class WordingPages {

    private static final int PAGE = 50;
    private static final int MOST_WORDS = 50;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[,;\\r\\n]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final CurrentStaff staff;
    private final KeepingWordings keeping;
    private final WordingWords words;
    private final ShowingWording showing;

    WordingPages(CurrentStaff staff, KeepingWordings keeping, WordingWords words, ShowingWording showing) {
        this.staff = staff;
        this.keeping = keeping;
        this.words = words;
        this.showing = showing;
    }

    @GetMapping
    Mono<Rendering> list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page) {
        return list(q, page, Entry.NONE);
    }

    @PostMapping
    Mono<Rendering> add(ServerWebExchange exchange, Locale locale) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var sent = both.getT2();
            return keeping.add(group(sent), both.getT1().email()).flatMap(outcome -> switch (outcome) {
                case WordingOutcome.Done(var added) -> Mono.just(to(added.id(), "wording-added"));
                default -> list("", 1, new Entry("add", sent.fields(), words.refused(outcome, locale)));
            });
        });
    }

    @GetMapping("/{id}")
    Mono<Rendering> one(@PathVariable String id, @RequestParam(required = false) List<String> queries) {
        return showing.page(id, queries == null ? null : lines(String.join("\n", queries)), Entry.NONE);
    }

    @PostMapping("/{id}")
    Mono<Rendering> change(@PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return act(
                id,
                exchange,
                new Act("change", "wording-changed"),
                (step, sent) -> keeping.change(step, group(sent)),
                locale);
    }

    @PostMapping("/{id}/publications")
    Mono<Rendering> publish(@PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return act(id, exchange, new Act("publish", "wording-published"), (step, _) -> keeping.publish(step), locale);
    }

    @PostMapping("/{id}/withdrawals")
    Mono<Rendering> takeBack(@PathVariable String id, ServerWebExchange exchange, Locale locale) {
        return act(id, exchange, new Act("withdraw", "wording-withdrawn"), (step, _) -> keeping.takeBack(step), locale);
    }

    /** Which form was sent, and what is said when it was done. */
    private record Act(String form, String done) {}

    private Mono<Rendering> act(
            String id,
            ServerWebExchange exchange,
            Act act,
            BiFunction<Step, SentForm, Mono<WordingOutcome>> how,
            Locale locale) {
        return Mono.zip(staff.get(), SentForm.by(exchange, 0)).flatMap(both -> {
            var sent = both.getT2();
            var version = NUMBER.matcher(sent.field("version")).matches() ? Long.parseLong(sent.field("version")) : -1;
            return how.apply(new Step(id, version, both.getT1().email()), sent).flatMap(outcome -> switch (outcome) {
                case WordingOutcome.Done _ -> Mono.just(to(id, act.done()));
                default -> showing.page(id, null, new Entry(act.form(), sent.fields(), words.refused(outcome, locale)));
            });
        });
    }

    private Mono<Rendering> list(String text, int page, Entry entry) {
        return keeping.list(text).map(found -> {
            var pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
            var shown = Math.clamp(page, 1, pages);
            var model = new HashMap<String, Object>(Map.of("q", text, "page", shown, "pages", pages, "entry", entry));
            model.put("total", found.size());
            model.put("found", found.subList((shown - 1) * PAGE, Math.min(found.size(), shown * PAGE)));
            return Rendering.view("wording/list")
                    .status(HttpStatus.valueOf(entry.status()))
                    .model(model)
                    .build();
        });
    }

    private static WordGroup group(SentForm sent) {
        return new WordGroup(lines(sent.field("words")), sent.field("region"), sent.field("trade"), sent.field("note"));
    }

    /** A word a line, or with commas between. */
    private static List<String> lines(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    private static Rendering to(String id, String done) {
        return Rendering.redirectTo("/staff/wordings/" + id + "?done=" + done)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
