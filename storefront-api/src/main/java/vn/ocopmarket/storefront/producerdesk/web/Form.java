package vn.ocopmarket.storefront.producerdesk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a form sent.
 *
 * @param fields the first value of each
 * @param picks all values of the boxes that were ticked
 * @param files by the name of their field
 */
record Form(Map<String, String> fields, List<String> picks, Map<String, List<FilePart>> files) {

    static Mono<Form> by(ServerWebExchange exchange) {
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(
                        exchange.getRequest().getHeaders().getContentType())
                ? exchange.getMultipartData().map(Form::read)
                : exchange.getFormData()
                        .map(form -> new Form(form.toSingleValueMap(), form.getOrDefault("pick", List.of()), Map.of()));
    }

    private static Form read(MultiValueMap<String, Part> parts) {
        var fields = new LinkedHashMap<String, String>();
        var files = new LinkedHashMap<String, List<FilePart>>();
        parts.forEach((name, values) -> values.forEach(part -> {
            if (part instanceof FormFieldPart field) {
                var _ = fields.putIfAbsent(name, field.value());
            } else if (part instanceof FilePart file && !file.filename().isEmpty()) {
                files.computeIfAbsent(name, _ -> new ArrayList<>()).add(file);
            }
        }));
        return new Form(fields, List.of(), files);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Without blanks around it; empty when it was not sent. */
    String text(String name) {
        return fields.getOrDefault(name, "").strip().replace("\r\n", "\n");
    }

    @Nullable
    String textOrNull(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** Zero when it is no number. */
    long number(String name) {
        var text = text(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Which button was pressed, such as {@code up:2}. */
    String pressed() {
        return text("do");
    }

    boolean isSent() {
        return pressed().equals("send");
    }
}
