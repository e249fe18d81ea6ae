package vn.ocopmarket.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What Linux says about the processes of the market: processor time and memory. */
public final class Processes {

    private static final double MILLIS_PER_TICK = 10;
    private static final int USER_TIME = 11;

    private final Map<String, Long> pids;

    public Processes(Map<String, Long> pids) {
        this.pids = Map.copyOf(pids);
    }

    /** User and system time so far, in milliseconds, by name. */
    public Map<String, Double> cpuMillis() {
        var times = new TreeMap<String, Double>();
        pids.forEach((name, pid) -> times.put(name, cpuMillis(pid)));
        return times;
    }

    static Map<String, Double> difference(Map<String, Double> before, Map<String, Double> after) {
        var difference = new TreeMap<String, Double>();
        after.forEach((name, millis) -> difference.put(name, millis - before.getOrDefault(name, 0.0)));
        return difference;
    }

    /** Proportional set size in MB, by name: shared pages are counted once over all processes. */
    public Map<String, Double> memoryMegabytes() {
        var sizes = new TreeMap<String, Double>();
        pids.forEach((name, pid) -> sizes.put(name, proportionalSetSize(pid)));
        return sizes;
    }

    /** How busy the machine was: beyond what the bench itself needs, somebody else was at work. */
    public static String loadOverFiveMinutes() {
        return read(Path.of("/proc/loadavg")).split(" ")[1];
    }

    private static double cpuMillis(long pid) {
        var stat = read(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) * MILLIS_PER_TICK;
    }

    private static double proportionalSetSize(long pid) {
        return read(Path.of("/proc/" + pid + "/smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
