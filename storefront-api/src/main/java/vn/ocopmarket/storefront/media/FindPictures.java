package vn.ocopmarket.storefront.media;

import reactor.core.publisher.Mono;

/** One size of one picture. */
public interface FindPictures {

    /**
     * Empty when there is none; an error when the catalogue does not answer.
     *
     * @param id of the picture
     * @param name such as {@code 640.webp}: the widest that is not wider
     */
    Mono<PictureBytes> find(String id, String name);

    /**
     * What a browser gets.
     *
     * @param type such as {@code image/webp}
     * @param tag names the content, as it goes into an {@code ETag}
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
    record PictureBytes(byte[] bytes, String type, String tag) {}
}
