package vn.ocopmarket.storefront.officerdesk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.pages.Problem;

/**
 * What a form sent, with a file or without.
 *
 * @param fields the first value of each
 * @param lists all values of each
 * @param file null when none was chosen
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
record Sent(Map<String, String> fields, Map<String, List<String>> lists, byte @Nullable [] file) {

    private static final int MOST_BYTES = 11 << 20;

    static Mono<Sent> by(ServerWebExchange exchange) {
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(
                        exchange.getRequest().getHeaders().getContentType())
                ? exchange.getMultipartData().flatMap(Sent::read)
                : exchange.getFormData().map(form -> new Sent(form.toSingleValueMap(), form, null));
    }

    private static Mono<Sent> read(MultiValueMap<String, Part> parts) {
        var lists = new LinkedHashMap<String, List<String>>();
        parts.forEach((name, values) -> {
            var texts = values.stream()
                    .filter(FormFieldPart.class::isInstance)
                    .map(part -> ((FormFieldPart) part).value())
                    .toList();
            if (!texts.isEmpty()) {
                lists.put(name, texts);
            }
        });
        var fields = new LinkedHashMap<String, String>();
        lists.forEach((name, texts) -> fields.put(name, texts.getFirst()));
        var sent = new Sent(fields, lists, null);
        return parts.getFirst("file") instanceof FilePart file && !file.filename().isEmpty()
                ? bytes(file).map(bytes -> new Sent(fields, lists, bytes)).defaultIfEmpty(sent)
                : Mono.just(sent);
    }

    private static Mono<byte[]> bytes(FilePart file) {
        return DataBufferUtils.join(file.content(), MOST_BYTES)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    var _ = DataBufferUtils.release(buffer);
                    return bytes;
                })
                .onErrorMap(
                        org.springframework.core.io.buffer.DataBufferLimitException.class,
                        _ -> Problem.of("too-large", 413));
    }

    String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** The fields that say something, nested where their names have a dot. */
    Map<String, Object> json(List<String> names) {
        var json = new LinkedHashMap<String, Object>();
        for (var name : names) {
            var value = field(name);
            var dot = name.indexOf('.');
            if (value.isEmpty()) {
                continue;
            }
            if (dot < 0) {
                json.put(name, value);
            } else {
                @SuppressWarnings("unchecked")
                var inner = (Map<String, Object>)
                        json.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
                inner.put(name.substring(dot + 1), value);
            }
        }
        return json;
    }

    List<Pick> picks() {
        return lists.getOrDefault("pick", List.of()).stream()
                .flatMap(text -> Pick.read(text).stream())
                .toList();
    }
}
