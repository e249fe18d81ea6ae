package vn.ocopmarket.catalog.imports;

import vn.ocopmarket.catalog.product.ListingRun;

/** In whose name an import works on products. */
public final class ImportRuns {

    private ImportRuns() {}

    /** With the rights of the one who brought the file. */
    public static ListingRun of(ImportJob job) {
        return new ListingRun(
                job.id(),
                job.runId(),
                job.caller().subject(),
                job.fileName() == null ? "" : job.fileName(),
                job.terms().supersedes(),
                job.caller()::keepsProvince);
    }
}
