package vn.ocopmarket.testing;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.Set;

/** Code that looks at the days of a certificate or a paper and compares days itself: it decides what is not its to decide. */
final class ValidityJudging {

    private static final Set<String> DAYS =
            Set.of("issuedOn", "validUntil", "extendedUntil", "lastDay", "withdrawal", "from", "to", "until");
    private static final Set<String> COMPARISONS = Set.of("isBefore", "isAfter", "isEqual", "compareTo");

    private ValidityJudging() {}

    static boolean happensIn(JavaCodeUnit code) {
        var calls = code.getCallsFromSelf();
        return calls.stream().anyMatch(ValidityJudging::readsADay)
                && calls.stream().anyMatch(ValidityJudging::comparesDays);
    }

    private static boolean readsADay(JavaCall<?> call) {
        var owner = call.getTargetOwner().getPackageName();
        return DAYS.contains(call.getName())
                && (owner.endsWith(".contract.product") || owner.endsWith(".contract.search"));
    }

    private static boolean comparesDays(JavaCall<?> call) {
        var owner = call.getTargetOwner().getFullName();
        return COMPARISONS.contains(call.getName())
                && (owner.equals("java.time.LocalDate") || owner.equals("java.time.chrono.ChronoLocalDate"));
    }
}
