package vn.ocopmarket.catalog.media;

import java.util.List;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.media.Imaging.Content;

/** Pictures by id with the sizes made of them. */
public interface Pictures {

    /** Empty when there is none. */
    Mono<Picture> find(String id);

    /** Completes with the picture that is kept: this one, or the one that somebody stored first. Safe to repeat. */
    Mono<Picture> add(Picture picture, List<Content> contents);

    /** The bytes of one size. Empty when there is none of that name. */
    Mono<byte[]> bytes(String id, String rendition);

    /** Whether some picture needs that original. */
    Mono<Boolean> needs(String original);
}
