package vn.ocopmarket.catalog.inspection.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an inspector saw.
 *
 * @param ground the provision that is broken, in the inspector's words
 * @param by subject of the inspector's token
 */
public record Report(String what, String ground, Severity severity, List<Evidence> evidence, String by, Instant at) {

    public Report {
        evidence = List.copyOf(evidence);
    }

    /**
     * A picture or a document.
     *
     * @param sha256 of its bytes; it is stored under that name
     * @param type such as {@code image/jpeg}
     */
    public record Evidence(String sha256, String name, String type, long bytes) {}

    Report with(Evidence more) {
        var all = new ArrayList<>(evidence);
        all.add(more);
        return new Report(what, ground, severity, all, by, at);
    }
}
