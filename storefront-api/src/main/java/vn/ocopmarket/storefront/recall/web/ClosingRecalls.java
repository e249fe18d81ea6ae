package vn.ocopmarket.storefront.recall.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.storefront.desk.Asker;
import vn.ocopmarket.storefront.desk.Catalogue;
import vn.ocopmarket.storefront.desk.Question;
import vn.ocopmarket.storefront.desk.Reply;
import vn.ocopmarket.storefront.pages.Problem;

/** Hands the end of a recall to the catalogue: first the file that proves it, then what it proves. */
@Component
class ClosingRecalls {

    private static final int MOST_BYTES = 10 << 20;

    private final Catalogue catalogue;

    ClosingRecalls(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the catalogue calls the file that was handed in. */
    private record Kept(String sha256, String type) {}

    /** Never empty. */
    Mono<Reply<LotRecord>> close(Asker asker, String lot, Map<String, String> said, @Nullable FilePart file) {
        return file == null
                ? closing(asker, lot, said, null)
                : bytes(file)
                        .flatMap(bytes -> catalogue.ask(
                                asker,
                                Question.post("/api/v1/lots/{id}/recalls/evidence", lot)
                                        .bytes("application/octet-stream", bytes),
                                Kept.class))
                        .flatMap(reply -> switch (reply) {
                            case Reply.Given<Kept>(var kept) -> closing(asker, lot, said, kept.sha256());
                            case Reply.Refused<Kept> refused ->
                                Mono.just(new Reply.Refused<LotRecord>(
                                        refused.status(),
                                        refused.type(),
                                        refused.title(),
                                        refused.detail(),
                                        refused.errors()));
                        });
    }

    private Mono<Reply<LotRecord>> closing(
            Asker asker, String lot, Map<String, String> said, @Nullable String document) {
        var body = new LinkedHashMap<String, Object>();
        body.put("evidence", said.getOrDefault("evidence", ""));
        for (var count : new String[] {"recovered", "destroyed"}) {
            var number = said.getOrDefault(count, "");
            if (!number.isEmpty()) {
                // What is no number becomes one that the catalogue refuses, with its words for the field.
                body.put(count, number.matches("\\d{1,9}") ? Long.valueOf(number) : -1L);
            }
        }
        if (document != null) {
            body.put("document", document);
        }
        return catalogue.ask(
                asker, Question.post("/api/v1/lots/{id}/recalls/closings", lot).json(body), LotRecord.class);
    }

    /** Handed on for saving, whatever it is: a browser shows nothing of it as a page of ours. */
    Mono<ResponseEntity<byte[]>> evidence(Asker asker, LotRecord lot) {
        var recall = lot.recall();
        var document = recall == null || recall.closing() == null
                ? null
                : recall.closing().document();
        if (document == null) {
            return Mono.error(Problem.of("not-found", 404));
        }
        return catalogue
                .ask(
                        asker,
                        Question.get("/api/v1/lots/{id}/recalls/evidence/{sha256}", lot.id(), document),
                        byte[].class)
                .map(Reply::orProblem)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header("Content-Disposition", "attachment; filename=\"" + name(lot, bytes) + "\"")
                        .body(bytes));
    }

    private static String name(LotRecord lot, byte[] bytes) {
        var ending = bytes.length > 0 && bytes[0] == '%' ? "pdf" : bytes.length > 1 && bytes[1] == 'P' ? "png" : "jpg";
        return "recall-" + lot.id() + "." + ending;
    }

    private static Mono<byte[]> bytes(FilePart file) {
        return DataBufferUtils.join(file.content(), MOST_BYTES)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    var _ = buffer.read(bytes);
                    var _ = DataBufferUtils.release(buffer);
                    return bytes;
                })
                .onErrorMap(DataBufferLimitException.class, _ -> Problem.of("too-large", 413, MOST_BYTES >> 20));
    }
}
