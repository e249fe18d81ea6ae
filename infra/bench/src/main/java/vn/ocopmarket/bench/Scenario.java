package vn.ocopmarket.bench;

import java.io.IOException;
import java.util.random.RandomGenerator;

/** Something a buyer does. */
public interface Scenario {

    String name();

    /**
     * Does it once.
     *
     * @throws IOException when it cannot be done, and also when the answer is not the one that was wanted
     */
    void once(Connection connection, RandomGenerator random) throws IOException;

    /** The answer, when it has the wanted status; else an error that shows it. */
    static Connection.Answer expect(int status, Connection.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("answered " + answer.status() + " instead of " + status + ": " + answer.text());
        }
        return answer;
    }
}
