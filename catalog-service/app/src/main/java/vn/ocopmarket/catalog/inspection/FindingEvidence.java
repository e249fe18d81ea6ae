package vn.ocopmarket.catalog.inspection;

import reactor.core.publisher.Mono;

/** Pictures and documents that prove findings, each under the SHA-256 of its bytes. */
public interface FindingEvidence {

    /** Keeps it; the same bytes again change nothing. Completes when they are stored. */
    Mono<Void> keep(String sha256, byte[] content);

    /** Its bytes; empty when there is none under that name. */
    Mono<byte[]> find(String sha256);
}
