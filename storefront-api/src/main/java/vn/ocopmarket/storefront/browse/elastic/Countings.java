package vn.ocopmarket.storefront.browse.elastic;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;
import vn.ocopmarket.storefront.browse.Facet;

/** How each facet is counted on a day, as JSON that is written once: nearly all of a search says the same every time. */
final class Countings {

    private final JsonMapper mapper;
    private volatile Written last;

    Countings(JsonMapper mapper) {
        this.mapper = mapper;
        this.last = write(LocalDate.EPOCH);
    }

    private record Written(LocalDate day, Map<Facet, RawValue> json) {}

    Map<Facet, RawValue> of(LocalDate day) {
        var written = last;
        if (!written.day().equals(day)) {
            written = write(day);
            last = written;
        }
        return written.json();
    }

    private Written write(LocalDate day) {
        var json = new EnumMap<Facet, RawValue>(Facet.class);
        for (var facet : Facet.values()) {
            var text = mapper.writeValueAsString(FacetQueries.counting(facet, day));
            var _ = json.put(facet, new RawValue(new SerializedString(text)));
        }
        return new Written(day, json);
    }
}
