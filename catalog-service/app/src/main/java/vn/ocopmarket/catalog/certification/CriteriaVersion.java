package vn.ocopmarket.catalog.certification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A set of criteria and groups.
 *
 * @param version its year
 * @param decision the decision of the Prime Minister that brought it
 * @param validTo last day, or null while it is in force
 */
record CriteriaVersion(
        String version,
        String decision,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
