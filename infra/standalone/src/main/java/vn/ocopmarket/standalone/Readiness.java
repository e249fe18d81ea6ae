package vn.ocopmarket.standalone;

import java.net.URI;

/** How a process tells that it can be used. */
sealed interface Readiness {

    /** It prints one line that begins with {@code READY}. */
    record ReadyLine() implements Readiness {}

    /** It answers 200 here. */
    record Health(URI endpoint) implements Readiness {}
}
