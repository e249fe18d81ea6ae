package vn.ocopmarket.storefront.browse.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, with what was understood of it.
 *
 * @param typed all of it
 * @param words what is left to be looked for as words
 * @param understood in the order in which it was typed
 */
public record Reading(String typed, String words, List<Piece> understood) {

    public Reading {
        understood = List.copyOf(understood);
    }

    /** Of words that are only words. */
    public static Reading literal(String typed) {
        return new Reading(typed, typed, List.of());
    }

    public <P extends Piece> Stream<P> all(Class<P> kind) {
        return understood.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Words that mean more than themselves. */
    public sealed interface Piece {

        /** As typed. */
        String text();

        Kind kind();
    }

    /** What can be understood, and each be taken literally instead. */
    public enum Kind {
        STARS("stars"),
        PRICE("price"),
        PLACE("place"),
        STOCK("stock"),
        GROUP("group");

        private final String parameter;

        Kind(String parameter) {
            this.parameter = parameter;
        }

        /** As in the query string and in answers. */
        public String parameter() {
            return parameter;
        }
    }

    /** With one of these numbers of stars. */
    public record Stars(String text, Set<Integer> stars) implements Piece {

        public Stars {
            stars = Set.copyOf(stars);
        }

        @Override
        public Kind kind() {
            return Kind.STARS;
        }
    }

    /** In dong, both ends included; null is open. */
    public record Price(
            String text, @Nullable Long least, @Nullable Long most) implements Piece {

        @Override
        public Kind kind() {
            return Kind.PRICE;
        }
    }

    /** From a province of today. */
    public record Province(String text, String code) implements Piece {

        @Override
        public Kind kind() {
            return Kind.PLACE;
        }
    }

    /**
     * From a place that is no province of today.
     *
     * @param name under which it is known
     * @param communes codes of those of today that it stands for; none where the name alone tells
     */
    public record Place(String text, String name, Set<String> communes) implements Piece {

        public Place {
            communes = Set.copyOf(communes);
        }

        public Place(String text, String name) {
            this(text, name, Set.of());
        }

        @Override
        public Kind kind() {
            return Kind.PLACE;
        }
    }

    /** To be had now. */
    public record InStock(String text) implements Piece {

        @Override
        public Kind kind() {
            return Kind.STOCK;
        }
    }

    /** All that was typed is an everyday name of this group or branch. */
    public record Group(String text, String code) implements Piece {

        @Override
        public Kind kind() {
            return Kind.GROUP;
        }
    }
}
