package vn.ocopmarket.storefront.nearby.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.nearby.Whereabouts;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.place.Communes;
import vn.ocopmarket.storefront.visit.Coordinates;

/** Reads where a buyer says they are; a program is told what is wrong, a form falls back to what it does say. */
@Component
class ReadingWhereabouts {

    private static final Set<String> COORDINATES = Set.of("lat", "lon", "lng", "latitude", "longitude");
    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");
    private static final Pattern COMMUNE = Pattern.compile("\\d{5}");

    private final Communes communes;
    private final MessageSource messages;

    ReadingWhereabouts(Communes communes, MessageSource messages) {
        this.communes = communes;
        this.messages = messages;
    }

    /** Completes when an address has no coordinates in it; a problem names those that it has. */
    Mono<Void> withoutCoordinates(ServerWebExchange exchange, Locale locale) {
        return Mono.defer(() -> {
            var errors = exchange.getRequest().getQueryParams().keySet().stream()
                    .filter(ReadingWhereabouts::isCoordinate)
                    .map(name -> wrong(name, "invalid.nearby.coordinates", locale))
                    .toList();
            return errors.isEmpty()
                    ? Mono.empty()
                    : Mono.error(Problem.of("invalid-request", 400).with("errors", errors));
        });
    }

    private static boolean isCoordinate(String name) {
        return COORDINATES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Never empty; a problem names everything that is wrong. Coordinates are refused: addresses are written into logs. */
    Mono<Whereabouts> asked(MultiValueMap<String, String> given, Locale locale) {
        var errors = new ArrayList<InvalidField>();
        for (var name : given.keySet()) {
            if (isCoordinate(name)) {
                errors.add(wrong(name, "invalid.nearby.coordinates", locale));
            } else if (!name.equals("province") && !name.equals("commune")) {
                errors.add(wrong(name, "invalid.unknown-parameter", locale));
            }
        }
        var province = one(given, "province", PROVINCE, "invalid.province", errors, locale);
        var commune = one(given, "commune", COMMUNE, "invalid.commune", errors, locale);
        if (!errors.isEmpty()) {
            return Mono.error(Problem.of("invalid-request", 400).with("errors", errors));
        }
        if (commune == null) {
            return Mono.just(province == null ? new Whereabouts.Untold() : new Whereabouts.InProvince(province));
        }
        return communes.find(commune)
                .onErrorMap(_ -> Problem.of("unavailable", 503).header("Retry-After", "5"))
                .filter(found -> province == null || found.province().code().equals(province))
                .<Whereabouts>map(found ->
                        new Whereabouts.InCommune(commune, found.province().code()))
                .switchIfEmpty(Mono.error(() -> Problem.of("invalid-request", 400)
                        .with("errors", List.of(wrong("commune", "invalid.nearby.commune", locale)))));
    }

    /** Never empty and never an error: what does not fit together, as when another province was chosen, is left out. */
    Mono<Whereabouts> chosen(String province, String commune) {
        if (!PROVINCE.matcher(province).matches()) {
            return Mono.just(new Whereabouts.Untold());
        }
        var inProvince = Mono.<Whereabouts>just(new Whereabouts.InProvince(province));
        return COMMUNE.matcher(commune).matches()
                ? communes.find(commune)
                        .filter(found -> found.province().code().equals(province))
                        .<Whereabouts>map(_ -> new Whereabouts.InCommune(commune, province))
                        .switchIfEmpty(inProvince)
                        .onErrorResume(_ -> inProvince)
                : inProvince;
    }

    /** Never empty; a problem names what is missing or no point on the earth. */
    Mono<Whereabouts> standing(@Nullable Double latitude, @Nullable Double longitude, Locale locale) {
        var errors = new ArrayList<InvalidField>();
        if (latitude == null || !Coordinates.isLatitude(latitude)) {
            errors.add(wrong("latitude", "invalid.nearby.latitude", locale));
        }
        if (longitude == null || !Coordinates.isLongitude(longitude)) {
            errors.add(wrong("longitude", "invalid.nearby.longitude", locale));
        }
        return latitude == null || longitude == null || !errors.isEmpty()
                ? Mono.error(Problem.of("invalid-request", 400).with("errors", errors))
                : Mono.just(new Whereabouts.At(new Coordinates(latitude, longitude)));
    }

    private @Nullable String one(
            MultiValueMap<String, String> given,
            String name,
            Pattern form,
            String key,
            List<InvalidField> errors,
            Locale locale) {
        var values = given.getOrDefault(name, List.of());
        var value = values.isEmpty() ? null : values.getFirst();
        if (values.size() > 1) {
            errors.add(wrong(name, "invalid.repeated", locale));
        } else if (value != null && !value.isEmpty() && !form.matcher(value).matches()) {
            errors.add(wrong(name, key, locale));
        }
        return value == null || value.isEmpty() ? null : value;
    }

    private InvalidField wrong(String field, String key, Locale locale) {
        return new InvalidField(field, messages.getMessage(key, null, locale));
    }
}
