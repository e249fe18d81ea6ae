package vn.ocopmarket.stripedescription;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;

/** Listens to requests, answers and events, and remembers what Stripe's description does not accept. */
public final class Conversation {

    private static final StripeDescription DESCRIPTION = StripeDescription.load();

    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<String> heard = new ConcurrentSkipListSet<>();

    /** A call and what it was answered. */
    public void answered(String method, String path, String parameters, int status, String answer) {
        heard.add(method + " " + path.replaceAll("/[a-z]+_[^/]{8,}", "/{id}") + " " + status);
        // What is refused may be wrong: then the refusal is right.
        if (status < 400) {
            DESCRIPTION
                    .faultsOfRequest(method, path, parameters)
                    .forEach(fault -> faults.add("request %s %s: %s".formatted(method, path, fault)));
        }
        DESCRIPTION
                .faultsOfAnswer(method, path, status, answer)
                .forEach(fault -> faults.add("answer %d to %s %s: %s".formatted(status, method, path, fault)));
    }

    /** An event on its way to the shop. */
    public void sent(String event) {
        heard.add("event " + Documents.parse(event).path("type").asString());
        DESCRIPTION.faultsOfEvent(event).forEach(fault -> faults.add("event: " + fault));
    }

    /** What was not accepted; empty when all was. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Which kinds of calls and events there were. */
    public Set<String> heard() {
        return new TreeSet<>(heard);
    }
}
