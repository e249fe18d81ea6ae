package vn.ocopmarket.service.idempotency;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Bodies of requests with keys, read to their end before anything is done, since only the whole of one tells whether it is the
 * request that the key was first used for. Small ones are held in memory, others in a file for as long as their request lasts.
 */
public final class KeptBodies {

    /** The most that is held in memory. */
    public static final int IN_MEMORY = 2 * 1024 * 1024;

    private static final int PIECE = 64 * 1024;

    private final long largest;
    private final @Nullable Scheduler files;

    private KeptBodies(long largest, @Nullable Scheduler files) {
        this.largest = largest;
        this.files = files;
    }

    /** For services that take nothing large. */
    public static KeptBodies inMemory() {
        return new KeptBodies(IN_MEMORY, null);
    }

    /** @param scheduler opens and deletes the files of those above {@link #IN_MEMORY} */
    public static KeptBodies inFiles(long largest, Scheduler scheduler) {
        return new KeptBodies(largest, scheduler);
    }

    /** A body that may be read again and again. */
    record Kept(Flux<DataBuffer> content, String fingerprint) {}

    /** Fails with {@link DataBufferLimitException} when it is too large; what is kept is gone once {@code then} has ended. */
    Mono<Void> keep(ServerHttpRequest request, RequestDigest digest, Function<Kept, Mono<Void>> then) {
        var length = request.getHeaders().getContentLength();
        if (length > largest) {
            return Mono.error(tooLarge(largest));
        }
        return files == null || length >= 0 && length <= IN_MEMORY
                ? bytes(request, digest).flatMap(then)
                : inFile(request, digest, then, files);
    }

    private Mono<Void> inFile(
            ServerHttpRequest request, RequestDigest digest, Function<Kept, Mono<Void>> then, Scheduler files) {
        return Mono.usingWhen(
                on(files, () -> Files.createTempFile("keyed-", ".part")),
                file -> write(request, digest, file)
                        .then(Mono.defer(() -> then.apply(new Kept(read(file, files), digest.value())))),
                file -> on(files, () -> Files.deleteIfExists(file)));
    }

    private static Mono<Kept> bytes(ServerHttpRequest request, RequestDigest digest) {
        return DataBufferUtils.join(request.getBody(), IN_MEMORY)
                .map(buffer -> {
                    var bytes = new byte[buffer.readableByteCount()];
                    digest.update(buffer);
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .map(bytes -> new Kept(read(bytes), digest.value()));
    }

    private static Flux<DataBuffer> read(byte[] bytes) {
        return bytes.length == 0
                ? Flux.empty()
                : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)));
    }

    private Mono<Void> write(ServerHttpRequest request, RequestDigest digest, Path file) {
        var size = new AtomicLong();
        var content = request.getBody().map(buffer -> {
            if (size.addAndGet(buffer.readableByteCount()) > largest) {
                DataBufferUtils.release(buffer);
                throw tooLarge(largest);
            }
            digest.update(buffer);
            return buffer;
        });
        return DataBufferUtils.write(content, file);
    }

    private static Flux<DataBuffer> read(Path file, Scheduler files) {
        return DataBufferUtils.read(file, DefaultDataBufferFactory.sharedInstance, PIECE)
                .subscribeOn(files);
    }

    private static <T> Mono<T> on(Scheduler files, Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(files);
    }

    private static DataBufferLimitException tooLarge(long largest) {
        return new DataBufferLimitException("More than " + largest + " bytes with a key");
    }
}
