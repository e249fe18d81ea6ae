package vn.ocopmarket.bench.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import vn.ocopmarket.bench.Connection;
import vn.ocopmarket.bench.Requests;

/** Some thousands of hostile queries over a few connections; each connection has random numbers of its own. */
final class Attack {

    private static final int CONNECTIONS = 4;
    private static final int WARM_UP = 400;
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final List<String> PATHS = List.of(
            "/api/v1/products", "/api/v1/products", "/api/v1/products", "/search", "/api/v1/suggest", "/suggest");

    private final String address;
    private final long seed;

    Attack(String address, long seed) {
        this.address = address;
        this.seed = seed;
    }

    Result run(int count) throws InterruptedException {
        var unused = new Result();
        attack(unused, WARM_UP, new SplittableRandom(0));
        var result = new Result();
        var attackers = new ArrayList<Thread>();
        for (var number = 0; number < CONNECTIONS; number++) {
            var random = new SplittableRandom(seed * CONNECTIONS + number);
            attackers.add(Thread.ofPlatform().start(() -> attack(result, count / CONNECTIONS, random)));
        }
        for (var attacker : attackers) {
            attacker.join();
        }
        return result;
    }

    private void attack(Result result, int count, RandomGenerator random) {
        var tricks = Trick.values();
        try (var connection = new Connection(address)) {
            for (var number = 0; number < count; number++) {
                var trick = tricks[random.nextInt(tricks.length)];
                var path = PATHS.get(random.nextInt(PATHS.size()));
                ask(connection, result, trick, path + "?" + trick.query(random));
            }
        }
    }

    private static void ask(Connection connection, Result result, Trick trick, String path) {
        var accept = path.startsWith("/api/") ? "application/json" : "text/html";
        var request = Requests.get(path, "Accept: " + accept);
        var began = System.nanoTime();
        try {
            var answer = connection.send(request);
            var took = System.nanoTime() - began;
            result.count(trick, answer.status(), took);
            if (answer.status() >= 500) {
                result.offence(trick, answer.status() + " " + path + " " + answer.text());
            } else if (took > SLOW.toNanos()) {
                result.offence(trick, took / 1_000_000 + " ms " + path);
            } else if (answer.status() == 400
                    && path.startsWith("/api/")
                    && !names(answer.text())
                    && !(trick.mayBeNoAddress() && answer.text().isEmpty())) {
                result.offence(trick, "400 that names nothing: " + path + " " + answer.text());
            }
        } catch (IOException e) {
            result.offence(trick, e + " " + path);
        }
    }

    private static boolean names(String body) {
        return body.contains("\"errors\"") && body.contains("\"field\"");
    }
}
