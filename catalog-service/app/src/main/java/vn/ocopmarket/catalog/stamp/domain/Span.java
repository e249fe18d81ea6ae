package vn.ocopmarket.catalog.stamp.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Numbers from the first to the last, both among them. */
public record Span(long first, long last) {

    public Span {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("There are no numbers from " + first + " to " + last);
        }
    }

    public long count() {
        return last - first + 1;
    }

    public boolean contains(long number) {
        return first <= number && number <= last;
    }

    public boolean covers(Span other) {
        return first <= other.first && other.last <= last;
    }

    /** Those that are in both; empty when there are none. */
    public Optional<Span> common(Span other) {
        var from = Math.max(first, other.first);
        var to = Math.min(last, other.last);
        return from > to ? Optional.empty() : Optional.of(new Span(from, to));
    }

    /** Those that are in none of the others, in order. */
    public List<Span> without(Collection<Span> others) {
        var rest = new ArrayList<Span>();
        var next = first;
        for (var other :
                others.stream().sorted(Comparator.comparingLong(Span::first)).toList()) {
            if (other.first > last) {
                break;
            }
            if (other.first > next) {
                rest.add(new Span(next, other.first - 1));
            }
            next = Math.max(next, other.last + 1);
        }
        if (next <= last) {
            rest.add(new Span(next, last));
        }
        return rest;
    }

    static long count(Collection<Span> spans) {
        return spans.stream().mapToLong(Span::count).sum();
    }
}
