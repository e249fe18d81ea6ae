package vn.ocopmarket.indexer.index.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Splits a list of keys so that each part fits into the request line that servers take. */
final class UrlChunks {

    /** Servers take 4,096 characters; the path and the headers of proxies need some. */
    private static final int LARGEST = 3_000;

    /** What a comma becomes. */
    private static final int SEPARATOR = 3;

    private UrlChunks() {}

    /** The parts, joined with commas; an empty list for no keys. */
    static List<String> of(Collection<String> keys) {
        var chunks = new ArrayList<String>();
        var chunk = new StringBuilder();
        var length = 0;
        for (var key : keys) {
            if (length > 0 && length + SEPARATOR + key.length() > LARGEST) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
                length = 0;
            }
            if (length > 0) {
                chunk.append(',');
            }
            chunk.append(key);
            length += SEPARATOR + key.length();
        }
        if (length > 0) {
            chunks.add(chunk.toString());
        }
        return chunks;
    }
}
