package vn.ocopmarket.standalone;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A process of the market.
 *
 * @param name as in logs and messages
 * @param command asked for at every start, since what it needs may have been prepared meanwhile
 * @param environment added to that of the launcher
 * @param readiness how it tells that it can be used
 * @param after the parts that must be ready before it starts
 */
record Part(
        String name,
        Supplier<List<String>> command,
        Map<String, String> environment,
        Readiness readiness,
        Set<String> after) {

    Part {
        environment = Map.copyOf(environment);
        after = Set.copyOf(after);
    }
}
