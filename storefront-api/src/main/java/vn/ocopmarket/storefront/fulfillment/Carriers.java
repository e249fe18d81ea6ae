package vn.ocopmarket.storefront.fulfillment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.storefront.order.Shipment.Carriage;

/** Those who carry parcels, and where each shows them to the buyer. */
public record Carriers(List<Carrier> all) {

    private static final String NUMBER = "{number}";

    public Carriers {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param template address with {@code {number}} in it; empty when a parcel cannot be followed
     */
    public record Carrier(String code, String name, String template) {}

    /** Reads the list that is kept as data beside this class; a wrong line stops the start. */
    static Carriers read() {
        var stream = Objects.requireNonNull(Carriers.class.getResourceAsStream("carriers.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Carriers(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", 3))
                    .map(row -> new Carrier(row[0], row[1], row[2]))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty when nobody is called so. */
    public Optional<Carriage> carriage(String code, @Nullable String tracking) {
        return all.stream()
                .filter(carrier -> carrier.code().equals(code))
                .findFirst()
                .map(carrier -> new Carriage(carrier.name(), tracking, link(carrier, tracking)));
    }

    private static @Nullable String link(Carrier carrier, @Nullable String tracking) {
        return tracking == null || carrier.template().isEmpty()
                ? null
                : carrier.template().replace(NUMBER, URLEncoder.encode(tracking, StandardCharsets.UTF_8));
    }
}
