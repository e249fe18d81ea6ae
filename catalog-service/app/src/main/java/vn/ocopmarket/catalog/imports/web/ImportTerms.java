package vn.ocopmarket.catalog.imports.web;

import org.jspecify.annotations.Nullable;
import vn.ocopmarket.catalog.imports.ImportJob;

/**
 * How a file is to be taken, as parameters of its request.
 *
 * @param sample whether its products are made up for a demonstration
 * @param preview whether to look through it first and write nothing
 * @param supersede whether its decisions end the earlier ones of the same products
 * @param fileName of a file that is sent as the body alone
 */
record ImportTerms(
        @Nullable Boolean sample,
        @Nullable Boolean preview,
        @Nullable Boolean supersede,
        @Nullable String fileName) {

    ImportJob.Terms terms() {
        return new ImportJob.Terms(
                Boolean.TRUE.equals(sample), Boolean.TRUE.equals(preview), Boolean.TRUE.equals(supersede));
    }
}
