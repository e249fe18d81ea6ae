package vn.ocopmarket.storefront.inventory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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
import vn.ocopmarket.storefront.inventory.Location;
import vn.ocopmarket.storefront.inventory.Locations;
import vn.ocopmarket.storefront.pages.Problem;

@RestController
@RequestMapping("/api/v1/locations")
class LocationController {

    private final Locations locations;

    LocationController(Locations locations) {
        this.locations = locations;
    }

    @GetMapping
    Mono<Page> all() {
        return locations.all().collectList().map(all -> new Page(all, null));
    }

    @PostMapping
    Mono<ResponseEntity<Location>> create(@Valid @RequestBody LocationRequest request) {
        var location = request.location();
        return locations
                .create(location)
                .filter(created -> created)
                .map(_ -> ResponseEntity.status(HttpStatus.CREATED).body(location))
                .switchIfEmpty(Mono.error(
                        () -> Problem.of("location-exists", 409, location.id()).with("id", location.id())));
    }

    @PutMapping("/{id}")
    Mono<Location> change(@PathVariable String id, @Valid @RequestBody LocationRequest request) {
        var location = request.location();
        if (!id.equals(location.id())) {
            return Mono.error(StockProblems.unknownLocation(id));
        }
        return locations
                .change(location)
                .filter(changed -> changed)
                .map(_ -> location)
                .switchIfEmpty(Mono.error(() -> StockProblems.unknownLocation(id)));
    }

    record Page(List<Location> items, @Nullable String next) {}

    /** A location as it is sent. */
    record LocationRequest(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,62}")
            String id,

            @NotBlank @Size(max = 200) String name,
            @NotNull Location.Kind kind,
            @Nullable @Pattern(regexp = "\\d{2}") String provinceCode,
            boolean sellsOnline,
            boolean pickup) {

        Location location() {
            return new Location(id, name, kind, provinceCode, sellsOnline, pickup);
        }
    }
}
