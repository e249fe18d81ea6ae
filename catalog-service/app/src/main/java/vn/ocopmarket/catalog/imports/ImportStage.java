package vn.ocopmarket.catalog.imports;

import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.imports.Imports.Claim;

/** Something that is done with an import while it is in a certain state; safe to repeat after a death at any point. */
public interface ImportStage {

    /** The state it works in. */
    ImportJob.State in();

    /**
     * Works to the end and gives the state that it ends in. An error, or a cancel, leaves the rest to a later try; a
     * {@link ClaimLostException} leaves it to whom it belongs now.
     */
    Mono<ImportJob.State> run(Claim claim);
}
