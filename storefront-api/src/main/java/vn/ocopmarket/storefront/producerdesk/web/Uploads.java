package vn.ocopmarket.storefront.producerdesk.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.product.Media;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.producerdesk.KeepingOwnProducts;

/** Hands chosen files on to the catalogue, one after the other, and says of each what became of it. */
@Component
class Uploads {

    private static final int MOST_BYTES = 24 << 20;
    private static final int LONGEST_NAME = 80;

    private final KeepingOwnProducts products;
    private final MessageSource messages;

    Uploads(KeepingOwnProducts products, MessageSource messages) {
        this.products = products;
        this.messages = messages;
    }

    /**
     * What became of one file.
     *
     * @param field that it was chosen in
     * @param file its name
     * @param picture or null when it was refused
     * @param refusal why, or null
     */
    record Upload(
            String field,
            String file,
            @Nullable Media picture,
            @Nullable String refusal) {}

    Mono<List<Upload>> take(Asker asker, Form form) {
        return Flux.fromIterable(form.files().entrySet())
                .concatMap(chosen ->
                        Flux.fromIterable(chosen.getValue()).concatMap(file -> take(asker, chosen.getKey(), file), 1))
                .collectList();
    }

    private Mono<Upload> take(Asker asker, String field, FilePart file) {
        var name =
                file.filename().length() > LONGEST_NAME ? file.filename().substring(0, LONGEST_NAME) : file.filename();
        return DataBufferUtils.join(file.content(), MOST_BYTES)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    var _ = DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> products.upload(asker, bytes))
                .map(reply -> switch (reply) {
                    case Reply.Given<KeepingOwnProducts.Stored>(var stored) ->
                        new Upload(field, name, new Media(stored.url(), "", null), null);
                    case Reply.Refused<KeepingOwnProducts.Stored> refused ->
                        new Upload(
                                field, name, null, Objects.requireNonNullElse(refused.error("file"), refused.detail()));
                })
                .onErrorResume(
                        DataBufferLimitException.class,
                        _ -> Mono.just(new Upload(field, name, null, tooLarge(asker.language()))));
    }

    private String tooLarge(Locale language) {
        return String.valueOf(messages.getMessage("producer.too-large", new Object[] {MOST_BYTES >> 20}, "", language));
    }
}
