package vn.ocopmarket.storefront.inventory.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.pages.Problem;

@RestController
@RequestMapping("/api/v1/locations")
class LocationController {

    private final Locations locations;
    private final ReadingLocations reading;

    LocationController(Locations locations, ReadingLocations reading) {
        this.locations = locations;
        this.reading = reading;
    }

    @GetMapping
    Mono<Page> all() {
        return locations.all().map(LocationView::of).collectList().map(all -> new Page(all, null));
    }

    @PostMapping
    Mono<ResponseEntity<LocationView>> create(@Valid @RequestBody LocationRequest request, Locale locale) {
        return reading.read(request, locale)
                .flatMap(location -> locations
                        .create(location)
                        .filter(created -> created)
                        .map(_ -> ResponseEntity.status(HttpStatus.CREATED).body(LocationView.of(location)))
                        .switchIfEmpty(Mono.error(() -> Problem.of("location-exists", 409, location.id())
                                .with("id", location.id()))));
    }

    @PutMapping("/{id}")
    Mono<LocationView> change(@PathVariable String id, @Valid @RequestBody LocationRequest request, Locale locale) {
        if (!id.equals(request.id())) {
            return Mono.error(StockProblems.unknownLocation(id));
        }
        return reading.read(request, locale)
                .flatMap(location -> locations
                        .change(location)
                        .filter(changed -> changed)
                        .map(_ -> LocationView.of(location))
                        .switchIfEmpty(Mono.error(() -> StockProblems.unknownLocation(id))));
    }

    record Page(List<LocationView> items, @Nullable String next) {}
}
