package vn.ocopmarket.catalog.imports;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ocopmarket.catalog.access.Caller;
import vn.ocopmarket.catalog.place.Commune;
import vn.ocopmarket.catalog.place.PlaceResolution.Resolved;
import vn.ocopmarket.catalog.place.PlaceResolution.Several;
import vn.ocopmarket.catalog.problem.Problem.FieldError;
import vn.ocopmarket.catalog.product.Listing;
import vn.ocopmarket.contract.place.PlaceRef;

/** A row, understood or not. */
sealed interface ReadRow {

    int number();

    /** @param warnings what is worth a look although the row is good */
    record Understood(int number, Listing listing, List<FieldError> warnings) implements ReadRow {}

    record Misunderstood(int number, List<FieldError> errors) implements ReadRow {}

    /** @param sample whether the list is made up for a demonstration */
    static ReadRow of(RawRow row, ListTerms terms, Caller caller, boolean sample) {
        var reading = new RowReading(row, terms);
        var warnings = new ArrayList<FieldError>();
        var place = place(reading, terms, warnings);
        place.map(PlaceRef::provinceCode)
                .filter(province -> !caller.keepsProvince(province))
                .ifPresent(_ -> reading.refuse(Column.PROVINCE, "outside-scope", reading.given(Column.PROVINCE)));
        var recognition = reading.recognition();
        var group = recognition.flatMap(quoted -> reading.group(quoted.issuedOn()));
        var pack = reading.pack();
        checkTrace(reading);
        if (!reading.errors().isEmpty() || place.isEmpty() || recognition.isEmpty()) {
            return new Misunderstood(row.number(), List.copyOf(reading.errors()));
        }
        var producer = reading.given(Column.PRODUCER);
        var listing = new Listing(
                reading.given(Column.PRODUCT),
                producer,
                terms.kinds().of(reading.text(Column.PRODUCER_KIND), producer),
                place.get(),
                group.orElse(null),
                reading.certifiedGroup(recognition.get().issuedOn()),
                recognition.get(),
                pack,
                reading.text(Column.TRACE_URL),
                reading.text(Column.STORY),
                sample,
                row.number());
        return new Understood(row.number(), listing, warnings);
    }

    /** Several possible communes are worth a look, but no reason to keep a certified product out. */
    private static Optional<PlaceRef> place(RowReading reading, ListTerms terms, List<FieldError> warnings) {
        var province = reading.text(Column.PROVINCE);
        if (province == null) {
            return Optional.empty();
        }
        var commune = reading.text(Column.COMMUNE);
        var code = reading.text(Column.COMMUNE_CODE);
        return switch (terms.places().resolve(province, commune, code)) {
            case Resolved(var place) -> Optional.of(place);
            case Several(var place, var candidates) -> {
                warnings.add(FieldError.of(
                        Column.COMMUNE.key(),
                        "several-communes",
                        candidates.stream().map(Commune::name).sorted().collect(Collectors.joining(", "))));
                yield Optional.of(place);
            }
            default -> {
                reading.errors().addAll(terms.places().errors(province, commune, code));
                yield Optional.empty();
            }
        };
    }

    private static void checkTrace(RowReading reading) {
        var trace = reading.text(Column.TRACE_URL);
        if (trace != null && !isWebAddress(trace)) {
            reading.refuse(Column.TRACE_URL, "web-address", trace);
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
