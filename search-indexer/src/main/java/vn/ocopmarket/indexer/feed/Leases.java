package vn.ocopmarket.indexer.feed;

import reactor.core.publisher.Mono;

/** Who does which job, and how far it is done: one record per job, changed by one conditional write at a time. */
public interface Leases {

    /** Takes the job when nobody else has it now. Empty while another instance has it. */
    Mono<Lease> acquire(String job);

    /** Holds it for another while. Completes, or fails with {@link LeaseLostException}. */
    Mono<Void> renew(Lease lease);

    /** Notes how far the job is done. Completes when that is durable, or fails with {@link LeaseLostException}. */
    Mono<Void> advance(Lease lease, long position);

    /** Lets another instance take it at once; completes also when it was lost before. */
    Mono<Void> release(Lease lease);

    /** How far a job is done: 0 when it never began. */
    Mono<Long> position(String job);

    /** Sends a job back to its beginning; whoever does it now loses the lease. Completes when that is durable. */
    Mono<Void> restart(String job);
}
