package vn.ocopmarket.storefront.media.web;

import java.time.Duration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.media.FindPictures;
import vn.ocopmarket.storefront.pages.Problem;

/** An address names its content, so browsers and caches keep it for ever; parts are given when asked for. */
@Controller
class PictureController {

    private static final String PICTURE = "/media/{id:[0-9a-z]{32}}";
    private static final String USUAL = "640.jpg";

    private final FindPictures pictures;

    PictureController(FindPictures pictures) {
        this.pictures = pictures;
    }

    /** For whoever asks for no size: link previews, feeds, programs. */
    @GetMapping(PICTURE)
    Mono<ResponseEntity<Resource>> usual(@PathVariable String id) {
        return size(id, USUAL);
    }

    @GetMapping(PICTURE + "/{name:[0-9]{1,4}\\.(?:webp|jpg)}")
    Mono<ResponseEntity<Resource>> size(@PathVariable String id, @PathVariable String name) {
        return pictures.find(id, name)
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(picture.type()))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .eTag(picture.tag())
                        .<Resource>body(new ByteArrayResource(picture.bytes())))
                .switchIfEmpty(Mono.error(() -> Problem.of("not-found", 404)));
    }
}
