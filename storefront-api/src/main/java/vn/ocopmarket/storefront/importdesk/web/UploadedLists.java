package vn.ocopmarket.storefront.importdesk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.desk.Entry;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;

/** Takes a list out of its form. */
@Component
class UploadedLists {

    private static final int LARGEST = 12 << 20;
    private static final Map<String, String> TYPES = Map.of(
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".csv",
            "text/csv",
            ".txt",
            "text/csv",
            ".tsv",
            "text/csv",
            ".json",
            "application/json");

    private final MessageSource messages;

    UploadedLists(MessageSource messages) {
        this.messages = messages;
    }

    /** What came. */
    sealed interface Upload {

        /** @param reason a message */
        record Refused(String reason) implements Upload {}

        record File(String name, String type, byte[] content, boolean supersedes) implements Upload {

            Question question(String path) {
                return Question.post(path)
                        .with("preview", true)
                        .with("supersede", supersedes)
                        .with("fileName", name)
                        .bytes(type, content);
            }
        }
    }

    /** Never empty. */
    Mono<Upload> read(ServerWebExchange exchange) {
        return exchange.getMultipartData()
                .flatMap(UploadedLists::read)
                .onErrorReturn(DataBufferLimitException.class, new Upload.Refused("importdesk.file.large"));
    }

    private static Mono<Upload> read(MultiValueMap<String, Part> parts) {
        if (!(parts.getFirst("file") instanceof FilePart file)
                || file.filename().isBlank()) {
            return Mono.just(new Upload.Refused("importdesk.file.none"));
        }
        var type = type(file.filename());
        return type.isEmpty()
                ? Mono.just(new Upload.Refused("importdesk.file.type"))
                : DataBufferUtils.join(file.content(), LARGEST)
                        .map(buffer -> {
                            var bytes = new byte[buffer.readableByteCount()];
                            buffer.read(bytes);
                            var _ = DataBufferUtils.release(buffer);
                            return bytes;
                        })
                        .<Upload>map(bytes -> new Upload.File(
                                file.filename(), type, bytes, parts.getFirst("supersede") instanceof FormFieldPart))
                        .defaultIfEmpty(new Upload.Refused("importdesk.file.none"));
    }

    private static String type(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return TYPES.entrySet().stream()
                .filter(type -> name.endsWith(type.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    Entry refused(String reason, Locale language) {
        var words = Objects.requireNonNull(messages.getMessage(reason, null, language));
        return new Entry("file", Map.of(), new Reply.Refused<>(400, "invalid-request", "", words, List.of()));
    }
}
