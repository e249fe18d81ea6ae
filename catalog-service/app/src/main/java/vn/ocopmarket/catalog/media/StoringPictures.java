package vn.ocopmarket.catalog.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.catalog.FileContent;
import vn.ocopmarket.catalog.StableIds;
import vn.ocopmarket.catalog.media.Imaging.Content;
import vn.ocopmarket.catalog.media.Imaging.Reading.Prepared;
import vn.ocopmarket.catalog.media.Imaging.Reading.Refused;
import vn.ocopmarket.catalog.media.Originals.Upload;
import vn.ocopmarket.catalog.media.domain.FileSignature;
import vn.ocopmarket.catalog.media.domain.PictureProblem;

/** Takes a picture in: judged by its bytes, made into the sizes that pages need, kept once however often it is sent. */
public final class StoringPictures {

    private static final int ID_LENGTH = 32;

    private final Pictures pictures;
    private final Originals originals;
    private final Imaging imaging;
    private final Scheduler scheduler;
    private final Clock clock;

    StoringPictures(Pictures pictures, Originals originals, Imaging imaging, Scheduler scheduler, Clock clock) {
        this.pictures = pictures;
        this.originals = originals;
        this.imaging = imaging;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Never empty. Safe to repeat; a failure, a cancel or a kill leaves at most an original that nobody needs, which is swept.
     *
     * @param receive writes the body into the file it is given
     * @param storedBy who sends it
     */
    public Mono<StoringOutcome> store(Function<Path, Mono<Void>> receive, String storedBy) {
        return Mono.usingWhen(
                onScheduler(() -> Files.createTempFile("picture-", ".part")),
                file -> receive.apply(file).then(Mono.defer(() -> received(file, storedBy))),
                file -> onScheduler(() -> Files.deleteIfExists(file)));
    }

    private Mono<StoringOutcome> received(Path file, String storedBy) {
        return onScheduler(() -> upload(file))
                .flatMap(upload -> pictures.find(upload.id())
                        .<StoringOutcome>map(known -> new StoringOutcome.Stored(known, false))
                        .switchIfEmpty(Mono.defer(() -> prepare(file)).flatMap(reading -> switch (reading) {
                            case Refused(var problem) -> Mono.just(new StoringOutcome.Refused(problem));
                            case Prepared prepared -> keep(upload, prepared, storedBy);
                        })));
    }

    private Mono<Imaging.Reading> prepare(Path file) {
        return onScheduler(() -> {
            var format = FileSignature.of(head(file));
            return switch (format) {
                case JPEG, PNG, WEBP -> imaging.read(file, format);
                case HEIC -> new Refused(PictureProblem.HEIC);
                case GIF -> new Refused(PictureProblem.GIF);
                case SVG -> new Refused(PictureProblem.SVG);
                case OTHER -> new Refused(Files.size(file) == 0 ? PictureProblem.EMPTY : PictureProblem.NOT_A_PICTURE);
            };
        });
    }

    private Mono<StoringOutcome> keep(Upload upload, Prepared prepared, String storedBy) {
        return originals
                .keep(upload)
                .flatMap(original -> pictures.add(
                                new Picture(
                                        upload.id(),
                                        prepared.width(),
                                        prepared.height(),
                                        prepared.contents().stream()
                                                .map(Content::rendition)
                                                .toList(),
                                        original,
                                        storedBy,
                                        clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                                prepared.contents())
                        .flatMap(kept -> kept.original().equals(original)
                                ? Mono.just(new StoringOutcome.Stored(kept, true))
                                : originals.drop(original).thenReturn(new StoringOutcome.Stored(kept, false))));
    }

    private <T> Mono<T> onScheduler(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler);
    }

    private static byte[] head(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(FileSignature.LENGTH);
        }
    }

    private Upload upload(Path file) throws IOException {
        var digest = FileContent.digest(file, StableIds.sha256()).digest();
        return new Upload(
                StableIds.of(digest, ID_LENGTH),
                HexFormat.of().formatHex(digest),
                Files.size(file),
                FileContent.pieces(file).subscribeOn(scheduler));
    }
}
