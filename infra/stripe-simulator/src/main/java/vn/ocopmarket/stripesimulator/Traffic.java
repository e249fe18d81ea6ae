package vn.ocopmarket.stripesimulator;

import java.util.function.Consumer;

/**
 * Who listens to what is said, as tests do.
 *
 * @param calls hears every call with its answer, also one that a fault keeps from the caller
 * @param events hears every genuine event that is sent, as often as it is sent
 */
public record Traffic(Calls calls, Consumer<String> events) {

    static final Traffic UNHEARD = new Traffic((_, _, _, _, _) -> {}, _ -> {});

    /** Hears calls. */
    @FunctionalInterface
    public interface Calls {

        /** @param parameters as they were sent: the form of a POST, the query of a GET */
        void answered(String method, String path, String parameters, int status, String answer);
    }
}
