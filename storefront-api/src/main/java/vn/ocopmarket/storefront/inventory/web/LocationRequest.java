package vn.ocopmarket.storefront.inventory.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.inventory.Location;

/**
 * A location as it is sent.
 *
 * @param openingHours for {@code monday} to {@code sunday}, stretches such as {@code 07:30-11:30}; missing days are closed
 */
record LocationRequest(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,62}")
        String id,

        @NotBlank @Size(max = 200) String name,
        @NotNull Location.Kind kind,
        @Nullable @Pattern(regexp = "\\d{2}") String provinceCode,
        boolean sellsOnline,
        boolean pickup,
        @Nullable @Size(max = 200) String address,

        @Nullable @Pattern(regexp = "\\d{5}") String communeCode,

        @Nullable PointRequest coordinates,
        @Nullable Map<String, List<String>> openingHours) {

    /** Degrees of WGS 84. */
    record PointRequest(@Nullable Double latitude, @Nullable Double longitude) {}
}
