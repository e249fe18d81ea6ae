package vn.ocopmarket.catalog.media.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.media.Picture;
import vn.ocopmarket.catalog.media.Pictures;
import vn.ocopmarket.catalog.media.StoringOutcome.Refused;
import vn.ocopmarket.catalog.media.StoringOutcome.Stored;
import vn.ocopmarket.catalog.media.StoringPictures;
import vn.ocopmarket.catalog.media.domain.PictureLimits;
import vn.ocopmarket.catalog.problem.Limited;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

@RestController
@RequestMapping("/api/v1/media")
class MediaController {

    private final StoringPictures storing;
    private final Pictures pictures;

    MediaController(StoringPictures storing, Pictures pictures) {
        this.storing = storing;
        this.pictures = pictures;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<PictureView>> upload(@RequestPart("file") FilePart file, @AuthenticationPrincipal Jwt token) {
        return store(file.content(), token);
    }

    /** The declared type says nothing; the bytes do. */
    @PostMapping(consumes = "!" + MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<PictureView>> body(ServerWebExchange exchange, @AuthenticationPrincipal Jwt token) {
        return store(exchange.getRequest().getBody(), token);
    }

    private Mono<ResponseEntity<PictureView>> store(Flux<DataBuffer> content, Jwt token) {
        Function<Path, Mono<Void>> receive =
                file -> DataBufferUtils.write(Limited.to(PictureLimits.LARGEST_FILE, content), file);
        return storing.store(receive, Caller.of(token.getClaims()).subject()).map(outcome -> switch (outcome) {
            case Stored(var picture, var isNew) ->
                ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                        .location(URI.create("/api/v1/media/" + picture.id()))
                        .body(PictureView.of(picture));
            case Refused(var problem) -> throw Problem.invalid(List.of(FieldError.of("file", problem.code())));
        });
    }

    @GetMapping("/{id}")
    Mono<PictureView> one(@PathVariable String id) {
        return pictures.find(id).map(PictureView::of).switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Its address names its content: it may be kept for ever. */
    @GetMapping("/{id}/{rendition}")
    Mono<ResponseEntity<Resource>> rendition(@PathVariable String id, @PathVariable String rendition) {
        return pictures.find(id)
                .flatMap(picture -> Mono.justOrEmpty(picture.rendition(rendition)))
                .zipWhen(one -> pictures.bytes(id, one.name()))
                .map(found -> ResponseEntity.ok()
                        .contentType(
                                MediaType.parseMediaType(found.getT1().format().mediaType()))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .eTag(id + '/' + found.getT1().name())
                        .<Resource>body(new ByteArrayResource(found.getT2())))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /**
     * A picture as clients see it.
     *
     * @param url what a product's {@code media[].url} says to show it
     * @param sources its sizes, ascending in width
     */
    record PictureView(String id, String url, int width, int height, List<Source> sources) {

        static PictureView of(Picture picture) {
            var url = "/media/" + picture.id();
            return new PictureView(
                    picture.id(),
                    url,
                    picture.width(),
                    picture.height(),
                    picture.renditions().stream()
                            .map(one -> new Source(
                                    url + '/' + one.name(),
                                    one.format().mediaType(),
                                    one.width(),
                                    one.height(),
                                    one.length()))
                            .toList());
        }
    }

    record Source(String url, String type, int width, int height, int length) {}
}
