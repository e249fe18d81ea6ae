package vn.ocopmarket.catalog.imports;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.catalog.FileContent;
import vn.ocopmarket.catalog.StableIds;

/** Short-lived local copies of import files, since spreadsheets need random access; read and written on the imports' threads. */
final class LocalFiles {

    private static final int ID_LENGTH = 26;

    private final ImportFiles kept;
    private final Scheduler scheduler;

    LocalFiles(ImportFiles kept, Scheduler scheduler) {
        this.kept = kept;
        this.scheduler = scheduler;
    }

    /** An empty file of our own. */
    Mono<Path> create() {
        return Mono.fromCallable(() -> Files.createTempFile("import-", ".part")).subscribeOn(scheduler);
    }

    /** Copies what is kept of an import. */
    Mono<Path> fetch(String importId) {
        return create().flatMap(file -> kept.read(importId)
                .publishOn(scheduler)
                .concatMap(piece -> append(file, piece))
                .then(Mono.just(file))
                .onErrorResume(fault -> delete(file).then(Mono.error(fault))));
    }

    private static Mono<Integer> append(Path file, ByteBuffer piece) {
        return Mono.fromCallable(() -> {
            try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
                var written = 0;
                while (piece.hasRemaining()) {
                    written += channel.write(piece);
                }
                return written;
            }
        });
    }

    /** Stores the file durably under the import. */
    Mono<Void> keep(String importId, Path file) {
        return kept.keep(importId, FileContent.pieces(file).subscribeOn(scheduler));
    }

    Mono<Void> forget(String importId) {
        return kept.drop(importId);
    }

    Mono<Void> delete(Path file) {
        return Mono.fromCallable(() -> Files.deleteIfExists(file))
                .subscribeOn(scheduler)
                .then();
    }

    /** An id that follows from the content and from a context. */
    Mono<String> idOf(Path file, String context) {
        return Mono.fromCallable(() -> {
                    var digest = StableIds.sha256();
                    digest.update(context.getBytes(StandardCharsets.UTF_8));
                    return StableIds.of(FileContent.digest(file, digest).digest(), ID_LENGTH);
                })
                .subscribeOn(scheduler);
    }
}
