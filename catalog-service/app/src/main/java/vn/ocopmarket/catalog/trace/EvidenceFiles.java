package vn.ocopmarket.catalog.trace;

import reactor.core.publisher.Mono;

/** What proves that recalled goods are back or destroyed, each under the SHA-256 of its bytes. */
public interface EvidenceFiles {

    /** Keeps it; the same again changes nothing. Completes when it is stored. */
    Mono<Void> keep(String lotId, EvidenceFile file);

    /** Empty when there is none under that name for that lot. */
    Mono<EvidenceFile> find(String lotId, String sha256);
}
