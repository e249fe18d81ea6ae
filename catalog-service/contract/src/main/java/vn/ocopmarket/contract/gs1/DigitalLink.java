package vn.ocopmarket.contract.gs1;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A GS1 Digital Link URI that names a trade item, without the domain in front of it.
 *
 * @param gtin the primary key, application identifier 01
 * @param qualifiers what narrows it, by application identifier, in the order of the standard: 22, 10, 21 or 235
 * @param attributes what the query adds by application identifier, such as 17 for the day it expires
 * @see <a href="https://ref.gs1.org/standards/digital-link/uri-syntax/">GS1 Digital Link: URI syntax</a>
 */
public record DigitalLink(Gtin gtin, Map<String, String> qualifiers, Map<String, String> attributes) {

    public static final String LOT = "10";
    public static final String SERIAL = "21";

    public DigitalLink {
        qualifiers = Collections.unmodifiableMap(new LinkedHashMap<>(qualifiers));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    public static DigitalLink of(Gtin gtin) {
        return new DigitalLink(gtin, Map.of(), Map.of());
    }

    public static DigitalLink of(Gtin gtin, LotNumber lot) {
        return new DigitalLink(gtin, Map.of(LOT, lot.value()), Map.of());
    }

    public Optional<LotNumber> lot() {
        return Optional.ofNullable(qualifiers.get(LOT)).map(LotNumber::new);
    }

    public Optional<String> serial() {
        return Optional.ofNullable(qualifiers.get(SERIAL));
    }

    /** The canonical path: 14 digits, every reserved character percent-encoded, no query. */
    public String path() {
        var path = new StringBuilder("/01/").append(gtin);
        qualifiers.forEach(
                (key, value) -> path.append('/').append(key).append('/').append(encoded(value)));
        return path.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
