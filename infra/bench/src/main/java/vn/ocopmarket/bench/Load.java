package vn.ocopmarket.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A closed loop: every connection sends its next request when the answer to the last one is there. */
public final class Load {

    private static final int ERRORS_SHOWN = 3;

    private final String address;
    private final Processes processes;

    public Load(String address, Processes processes) {
        this.address = address;
        this.processes = processes;
    }

    /**
     * What came of a run.
     *
     * @param latenciesNanos of every operation, sorted
     * @param cpuMillis by process, over the whole run
     */
    public record Result(
            String scenario,
            int connections,
            Duration took,
            long[] latenciesNanos,
            Map<String, Double> cpuMillis,
            long errors,
            List<String> firstErrors) {

        /** Both runs of one scenario as if they were one. */
        Result and(Result more) {
            var cpu = new TreeMap<>(cpuMillis);
            more.cpuMillis.forEach((process, millis) -> cpu.merge(process, millis, Double::sum));
            return new Result(
                    scenario,
                    connections,
                    took.plus(more.took),
                    LongStream.concat(Arrays.stream(latenciesNanos), Arrays.stream(more.latenciesNanos))
                            .sorted()
                            .toArray(),
                    cpu,
                    errors + more.errors,
                    Stream.concat(firstErrors.stream(), more.firstErrors.stream())
                            .limit(ERRORS_SHOWN)
                            .toList());
        }

        public int operations() {
            return latenciesNanos.length;
        }

        public double perSecond() {
            return operations() * 1e9 / took.toNanos();
        }

        public double percentileMillis(double share) {
            return operations() == 0 ? Double.NaN : latenciesNanos[(int) (share * (operations() - 1))] / 1e6;
        }

        public double cpuMillisPerOperation() {
            return cpuMillis.values().stream().mapToDouble(Double::doubleValue).sum() / operations();
        }
    }

    public Result run(Scenario scenario, int connections, Duration duration) throws InterruptedException {
        var errors = new AtomicLong();
        var firstErrors = new CopyOnWriteArrayList<String>();
        var buyers = new ArrayList<Buyer>();
        var cpuBefore = processes.cpuMillis();
        var began = System.nanoTime();
        var end = began + duration.toNanos();
        for (var i = 0; i < connections; i++) {
            var buyer = new Buyer(scenario, end, errors, firstErrors);
            buyers.add(buyer);
            buyer.start();
        }
        for (var buyer : buyers) {
            buyer.join();
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        var cpu = Processes.difference(cpuBefore, processes.cpuMillis());
        var latencies = buyers.stream().flatMapToLong(Buyer::latencies).sorted().toArray();
        return new Result(scenario.name(), connections, took, latencies, cpu, errors.get(), List.copyOf(firstErrors));
    }

    private final class Buyer extends Thread {

        private final Scenario scenario;
        private final long end;
        private final AtomicLong errors;
        private final List<String> firstErrors;
        private final SplittableRandom random = new SplittableRandom(threadId());
        private long[] latencies = new long[1024];
        private int count;

        Buyer(Scenario scenario, long end, AtomicLong errors, List<String> firstErrors) {
            this.scenario = scenario;
            this.end = end;
            this.errors = errors;
            this.firstErrors = firstErrors;
        }

        @Override
        public void run() {
            try (var connection = new Connection(address)) {
                for (var began = System.nanoTime(); began < end; began = System.nanoTime()) {
                    once(connection, began);
                }
            }
        }

        private void once(Connection connection, long began) {
            try {
                scenario.once(connection, random);
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, 2 * count);
                }
                latencies[count++] = System.nanoTime() - began;
            } catch (IOException e) {
                if (errors.incrementAndGet() <= ERRORS_SHOWN) {
                    firstErrors.add(String.valueOf(e.getMessage()));
                }
            }
        }

        LongStream latencies() {
            return Arrays.stream(latencies, 0, count);
        }
    }
}
