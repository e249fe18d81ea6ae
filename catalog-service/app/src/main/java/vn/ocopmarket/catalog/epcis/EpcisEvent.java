package vn.ocopmarket.catalog.epcis;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is kept.
 *
 * @param id its {@code eventID}, or one that follows from its content
 * @param offset of the clock where it happened
 * @param bizStep bare word or URI, or null
 * @param place read point, or else business location, or null
 * @param keys of the goods it is about
 * @param body the event as JSON, without record time and error declaration
 * @param digest of the body, whatever the order of its fields
 * @param declaration why it was an error, as JSON, or null
 */
public record EpcisEvent(
        String id,
        String type,
        Instant at,
        String offset,
        @Nullable String bizStep,
        @Nullable String disposition,
        @Nullable String place,
        Set<String> keys,
        String body,
        String digest,
        @Nullable String declaration) {

    public EpcisEvent {
        keys = Set.copyOf(keys);
    }

    /** The event with what was added to it here. */
    public String json(Instant recordedAt) {
        var json = new StringBuilder(body.substring(0, body.length() - 1));
        json.append(",\"eventID\":\"")
                .append(id)
                .append("\",\"recordTime\":\"")
                .append(recordedAt)
                .append('"');
        if (declaration != null) {
            json.append(",\"errorDeclaration\":").append(declaration);
        }
        return json.append('}').toString();
    }

    /** An event and since when it is known here. */
    public record Recorded(EpcisEvent event, Instant at, List<String> authors) {

        public Recorded {
            authors = List.copyOf(authors);
        }

        public String json() {
            return event.json(at);
        }
    }
}
