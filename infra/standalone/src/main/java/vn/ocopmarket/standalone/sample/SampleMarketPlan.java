package vn.ocopmarket.standalone.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sample market is made of, besides the products.
 *
 * @param decision format of the number of a sample decision
 * @param notice added to every story
 * @param expired ids of products whose sample certificate has ended
 * @param withdrawn id of the one whose certificate is withdrawn
 * @param endsInTwoDays id of the one whose certificate ends so
 * @param lastUnits ids of products of which little is left
 */
record SampleMarketPlan(
        List<SampleLocation> locations,
        String decision,
        String issuedBy,
        String notice,
        String withdrawalReason,
        String withdrawalDecision,
        Set<Integer> expired,
        int withdrawn,
        int endsInTwoDays,
        Set<Integer> lastUnits) {

    /** A place that has stock. */
    record SampleLocation(
            String id,
            String name,
            String kind,
            String provinceCode,
            boolean sellsOnline,
            boolean pickup,
            @Nullable String address,
            @Nullable String communeCode,
            @Nullable Map<String, Double> coordinates,
            @Nullable Map<String, List<String>> openingHours) {}

    private record Facts(@Nullable String about, List<SampleProduct> products) {}

    static SampleMarketPlan read() {
        return read("market.json", SampleMarketPlan.class);
    }

    static List<SampleProduct> readProducts() {
        return read("products.json", Facts.class).products();
    }

    private static <T> T read(String resource, Class<T> type) {
        try (var content = SampleMarketPlan.class.getResourceAsStream(resource)) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(content, resource), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
