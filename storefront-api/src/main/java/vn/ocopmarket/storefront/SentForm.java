package vn.ocopmarket.storefront;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
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
 * What a form of a page sent, with a file named {@code file} or without.
 *
 * @param lists all values of each field
 * @param file null when none was chosen
 */
public record SentForm(
        Map<String, List<String>> lists, @Nullable File file) {

    private static final String FILE = "file";

    public SentForm {
        lists = Map.copyOf(lists);
    }

    /** A file under the name it has with its sender. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
    public record File(String name, byte[] bytes) {}

    /**
     * Never empty; a problem when the file is too large.
     *
     * @param mostBytes of the file
     */
    public static Mono<SentForm> by(ServerWebExchange exchange, int mostBytes) {
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(
                        exchange.getRequest().getHeaders().getContentType())
                ? exchange.getMultipartData().flatMap(parts -> read(parts, mostBytes))
                : exchange.getFormData().map(form -> new SentForm(form, null));
    }

    private static Mono<SentForm> read(MultiValueMap<String, Part> parts, int mostBytes) {
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
        var without = new SentForm(lists, null);
        return parts.getFirst(FILE) instanceof FilePart file && !file.filename().isEmpty()
                ? DataBufferUtils.join(file.content(), mostBytes)
                        .map(buffer -> {
                            var bytes = new byte[buffer.readableByteCount()];
                            buffer.read(bytes);
                            var _ = DataBufferUtils.release(buffer);
                            return new SentForm(lists, new File(file.filename(), bytes));
                        })
                        .defaultIfEmpty(without)
                        .onErrorMap(DataBufferLimitException.class, _ -> Problem.of("too-large", 413))
                : Mono.just(without);
    }

    /** The first value without what surrounds it; empty when there is none. */
    public String field(String name) {
        return list(name).stream().findFirst().orElse("").strip();
    }

    public List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /** The first value of each. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        lists.forEach((name, values) -> fields.put(name, values.isEmpty() ? "" : values.getFirst()));
        return fields;
    }

    /** Those of the fields that say something, nested where their names have a dot. */
    public Map<String, Object> json(List<String> names) {
        var json = new LinkedHashMap<String, Object>();
        var nested = new LinkedHashMap<String, Map<String, Object>>();
        for (var name : names) {
            var dot = name.indexOf('.');
            if (field(name).isEmpty()) {
                continue;
            }
            if (dot < 0) {
                json.put(name, field(name));
            } else {
                nested.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<>())
                        .put(name.substring(dot + 1), field(name));
            }
        }
        json.putAll(nested);
        return json;
    }

    /** The bytes of the file; none when none was chosen. */
    public byte[] bytes() {
        return file == null ? new byte[0] : file.bytes();
    }
}
