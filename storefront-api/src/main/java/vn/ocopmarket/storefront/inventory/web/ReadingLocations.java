package vn.ocopmarket.storefront.inventory.web;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.text.VietnameseText;
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.web.LocationRequest.PointRequest;
import vn.ocopmarket.storefront.pages.InvalidField;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.place.Communes;
import vn.ocopmarket.storefront.visit.Coordinates;
import vn.ocopmarket.storefront.visit.OpeningHours;
import vn.ocopmarket.storefront.visit.OpeningHours.Fault;
import vn.ocopmarket.storefront.visit.OpeningHours.Reading;
import vn.ocopmarket.storefront.visit.Site;

/** Reads a location out of what was sent, or says everything that is wrong with where it lies and when it is open. */
@Component
class ReadingLocations {

    private final Communes communes;
    private final MessageSource messages;

    ReadingLocations(Communes communes, MessageSource messages) {
        this.communes = communes;
        this.messages = messages;
    }

    /** Never empty; a problem when it cannot be kept. */
    Mono<Location> read(LocationRequest request, Locale locale) {
        var wrong = new Wrong(locale);
        var coordinates = coordinates(request.coordinates(), wrong);
        var hours = hours(request.openingHours(), wrong);
        return commune(request, wrong).then(Mono.fromSupplier(() -> {
            wrong.refuse();
            var address = request.address();
            return new Location(
                    request.id(),
                    request.name(),
                    request.kind(),
                    request.provinceCode(),
                    request.sellsOnline(),
                    request.pickup(),
                    new Site(
                            address == null || address.isBlank() ? null : VietnameseText.canonical(address),
                            request.communeCode(),
                            coordinates,
                            hours));
        }));
    }

    private Mono<Void> commune(LocationRequest request, Wrong wrong) {
        var code = request.communeCode();
        if (code == null) {
            return Mono.empty();
        }
        return communes.find(code)
                .onErrorMap(_ -> Problem.of("unavailable", 503).header("Retry-After", "5"))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(found -> {
                    if (found.isEmpty()) {
                        wrong.add("communeCode", "invalid.location.commune");
                    } else if (!found.get().province().code().equals(request.provinceCode())) {
                        wrong.add(
                                "communeCode",
                                "invalid.location.commune-elsewhere",
                                found.get().name(),
                                found.get().province().name());
                    }
                })
                .then();
    }

    private static @Nullable Coordinates coordinates(@Nullable PointRequest point, Wrong wrong) {
        if (point == null) {
            return null;
        }
        var latitude = point.latitude();
        var longitude = point.longitude();
        if (latitude == null || longitude == null) {
            wrong.add("coordinates", "invalid.location.half-point");
            return null;
        }
        if (!Coordinates.isLatitude(latitude)
                || !Coordinates.isLongitude(longitude)
                || !new Coordinates(latitude, longitude).liesAboutVietnam()) {
            wrong.add("coordinates", "invalid.location.point");
            return null;
        }
        return new Coordinates(latitude, longitude);
    }

    private static @Nullable OpeningHours hours(@Nullable Map<String, List<String>> sent, Wrong wrong) {
        if (sent == null) {
            return null;
        }
        var week = new EnumMap<DayOfWeek, List<String>>(DayOfWeek.class);
        sent.forEach((name, stretches) -> {
            var day = day(name);
            if (day.isEmpty()) {
                wrong.add("openingHours." + name, "invalid.location.day");
            } else {
                week.put(day.get(), texts(stretches));
            }
        });
        return switch (OpeningHours.read(week)) {
            case Reading.Read(var hours) -> hours;
            case Reading.Unreadable(var faults) -> {
                faults.forEach(fault -> wrong.add(field(fault), key(fault), fault.written()));
                yield null;
            }
        };
    }

    /** JSON may hold null where a text belongs. */
    private static List<String> texts(@Nullable List<? extends @Nullable String> stretches) {
        return stretches == null
                ? List.of()
                : stretches.stream().map(String::valueOf).toList();
    }

    private static Optional<DayOfWeek> day(String name) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static String field(Fault fault) {
        return "openingHours." + fault.day().name().toLowerCase(Locale.ROOT);
    }

    private static String key(Fault fault) {
        return switch (fault.kind()) {
            case FORM -> "invalid.location.hours";
            case OVERLAP -> "invalid.location.hours-overlap";
            case TOO_MANY -> "invalid.location.hours-many";
        };
    }

    private final class Wrong {

        private final List<InvalidField> errors = new ArrayList<>();
        private final Locale locale;

        Wrong(Locale locale) {
            this.locale = locale;
        }

        void add(String field, String key, Object... arguments) {
            errors.add(new InvalidField(field, messages.getMessage(key, arguments, locale)));
        }

        void refuse() {
            if (!errors.isEmpty()) {
                throw Problem.of("invalid-request", 400).with("errors", errors);
            }
        }
    }
}
