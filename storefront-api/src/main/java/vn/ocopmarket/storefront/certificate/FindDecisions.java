package vn.ocopmarket.storefront.certificate;

import reactor.core.publisher.Mono;

/** Signed decisions as the catalogue keeps them. */
public interface FindDecisions {

    /** The bytes of the PDF with that SHA-256; empty when there is none, an error when the catalogue does not answer. */
    Mono<byte[]> bySha256(String sha256);
}
