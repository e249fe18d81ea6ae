package vn.ocopmarket.catalog.producer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a producer's page says, as an officer or the producer writes it.
 *
 * @param province current or former name or code
 * @param commune current or former name, or null
 * @param communeCode current or former code, or null
 */
public record ProducerDraft(
        String name,
        @Nullable String kind,
        String province,
        @Nullable String commune,
        @Nullable String communeCode,
        @Nullable String gln,
        @Nullable String about) {

    public ProducerDraft {
        // A request body that leaves them out is answered with the names of the fields, not with a fault.
        name = Objects.requireNonNullElse(name, "");
        province = Objects.requireNonNullElse(province, "");
    }
}
