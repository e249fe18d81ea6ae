package vn.ocopmarket.bench.hostile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What came of an attack. */
final class Result {

    private static final int SHOWN = 20;
    private static final int LONGEST = 600;

    private final Map<Trick, Map<Integer, Integer>> answers = new EnumMap<>(Trick.class);
    private final Map<Trick, Long> slowest = new EnumMap<>(Trick.class);
    private final List<String> offences = new CopyOnWriteArrayList<>();

    synchronized void count(Trick trick, int status, long nanos) {
        answers.computeIfAbsent(trick, _ -> new TreeMap<>()).merge(status, 1, Integer::sum);
        slowest.merge(trick, nanos, Math::max);
    }

    void offence(Trick trick, String what) {
        offences.add(trick + ": " + what.substring(0, Math.min(what.length(), LONGEST)));
    }

    List<String> offences() {
        return List.copyOf(offences);
    }

    synchronized String text() {
        var text = new StringBuilder();
        answers.forEach((trick, byStatus) -> text.append("%-20s %s, the slowest %d ms%n"
                .formatted(trick, byStatus, slowest.getOrDefault(trick, 0L) / 1_000_000)));
        offences.stream().limit(SHOWN).forEach(offence -> text.append(offence).append(System.lineSeparator()));
        return text.append(offences.size())
                .append(" offences")
                .append(System.lineSeparator())
                .toString();
    }
}
