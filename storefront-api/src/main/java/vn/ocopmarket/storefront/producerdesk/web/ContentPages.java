package vn.ocopmarket.storefront.producerdesk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.contract.product.Story;
import vn.ocopmarket.storefront.account.CurrentStaff;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.DeskPage;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.producerdesk.Content;
import vn.ocopmarket.storefront.producerdesk.KeepingOwnProducts;
import vn.ocopmarket.storefront.producerdesk.KeepingOwnProducts.Changed;
import vn.ocopmarket.storefront.producerdesk.OwnProduct;
import vn.ocopmarket.storefront.producerdesk.web.Uploads.Upload;

/**
 * Pictures and story of a product. Every button sends the whole form and gets it back, so that nothing that was written or
 * chosen is lost; only one of them puts it forward.
 */
@DeskPage
class ContentPages {

    private final CurrentStaff staff;
    private final KeepingOwnProducts products;
    private final Uploads uploads;

    ContentPages(CurrentStaff staff, KeepingOwnProducts products, Uploads uploads) {
        this.staff = staff;
        this.products = products;
        this.uploads = uploads;
    }

    /**
     * What a page shows besides its fields.
     *
     * @param refused why it was not taken, or null
     * @param uploads what became of the files that were just chosen
     */
    record Notes(Reply.@Nullable Refused<?> refused, List<Upload> uploads) {

        static final Notes NONE = new Notes(null, List.of());

        /** What is wrong with a field, or null. */
        public @Nullable String error(String field) {
            return refused == null ? null : refused.error(field);
        }

        /** The files of a field that were refused. */
        public List<Upload> refusals(String field) {
            return uploads.stream()
                    .filter(upload -> upload.field().equals(field) && upload.refusal() != null)
                    .toList();
        }

        boolean allTaken() {
            return uploads.stream().noneMatch(upload -> upload.refusal() != null);
        }

        int status() {
            return refused == null ? 200 : refused.status();
        }
    }

    private record Sent(Asker asker, OwnProduct own, Form form, List<Upload> uploads) {

        long revision() {
            return form.number("revision");
        }

        boolean isToBeSent() {
            return form.isSent() && new Notes(null, uploads).allTaken();
        }
    }

    @GetMapping("/staff/products/{id}/pictures")
    Mono<Rendering> pictures(@PathVariable String id, Locale language) {
        return own(id, language)
                .map(sent -> picturesPage(sent.own(), sent.own().wanted().media(), Notes.NONE));
    }

    @PostMapping("/staff/products/{id}/pictures")
    Mono<Rendering> keepPictures(@PathVariable String id, ServerWebExchange exchange, Locale language) {
        return sent(id, exchange, language).flatMap(sent -> {
            var read = PictureList.read(sent.form(), "media", "files", sent.uploads());
            var pictures = PictureList.moved(read, sent.form().pressed());
            var notes = new Notes(null, sent.uploads());
            return sent.isToBeSent()
                    ? send(sent, sent.own().wanted().withPictures(pictures))
                            .map(reply -> answer(
                                    reply,
                                    sent,
                                    refused -> picturesPage(sent.own(), pictures, new Notes(refused, sent.uploads()))))
                    : Mono.just(picturesPage(sent.own(), pictures, notes));
        });
    }

    private static Rendering picturesPage(OwnProduct own, List<Media> pictures, Notes notes) {
        return page("producerdesk/pictures", own, notes)
                .modelAttribute("pictures", pictures)
                .build();
    }

    @GetMapping("/staff/products/{id}/story")
    Mono<Rendering> story(@PathVariable String id, Locale language) {
        return own(id, language)
                .map(sent -> storyPage(sent.own(), StoryForm.of(sent.own().wanted()), Notes.NONE));
    }

    @PostMapping("/staff/products/{id}/story")
    Mono<Rendering> keepStory(@PathVariable String id, ServerWebExchange exchange, Locale language) {
        return sent(id, exchange, language).flatMap(sent -> {
            var written = StoryForm.read(sent.form(), sent.uploads());
            if (!sent.isToBeSent()) {
                var arranged = StoryForm.arranged(written, sent.form().pressed());
                return Mono.just(storyPage(sent.own(), arranged, new Notes(null, sent.uploads())));
            }
            var story = StoryForm.finished(written);
            return send(sent, sent.own().wanted().with(story))
                    .map(reply -> answer(
                            reply, sent, refused -> storyPage(sent.own(), story, new Notes(refused, sent.uploads()))));
        });
    }

    private static Rendering storyPage(OwnProduct own, Story story, Notes notes) {
        return page("producerdesk/story", own, notes)
                .modelAttribute("story", story)
                .build();
    }

    private static Rendering.Builder<?> page(String view, OwnProduct own, Notes notes) {
        return Rendering.view(view)
                .status(HttpStatusCode.valueOf(notes.status()))
                .modelAttribute("own", own)
                .modelAttribute("live", own.live())
                .modelAttribute("notes", notes);
    }

    private Mono<Sent> own(String id, Locale language) {
        return staff.get()
                .map(member -> new Asker(member, language))
                .flatMap(asker -> products.one(asker, id)
                        .map(own -> new Sent(asker, own, new Form(Map.of(), List.of(), Map.of()), List.of())));
    }

    /** Nothing is uploaded for somebody whose product it is not. */
    private Mono<Sent> sent(String id, ServerWebExchange exchange, Locale language) {
        return own(id, language)
                .flatMap(sent -> Form.by(exchange)
                        .flatMap(form -> uploads.take(sent.asker(), form)
                                .map(taken -> new Sent(sent.asker(), sent.own(), form, taken))));
    }

    private Mono<Reply<Changed>> send(Sent sent, Content wanted) {
        return products.change(sent.asker(), sent.own().live(), sent.revision(), wanted);
    }

    private interface Again {
        Rendering page(Reply.Refused<?> refused);
    }

    private static Rendering answer(Reply<Changed> reply, Sent sent, Again again) {
        return switch (reply) {
            case Reply.Given<Changed>(var changed) ->
                OwnProductPages.done(sent.own().live().id(), changed);
            case Reply.Refused<Changed> refused -> again.page(refused);
        };
    }
}
