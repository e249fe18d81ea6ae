package vn.ocopmarket.storefront.ranking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much each part of a text match counts. The search reads it and the public page shows it, so that what is published is
 * what is done. Who changes a weight measures before and after.
 */
@ConfigurationProperties("ocop.browse.ranking")
public record Ranking(
        @DefaultValue Found found,
        @DefaultValue Nearness nearness,
        @DefaultValue Meaning meaning,
        @DefaultValue Favour favour) {

    /** What is asked for is further ahead of what is only alike than any sum of weights up to this. */
    private static final double MOST = 100;

    /** Where the words are found. */
    public record Found(
            @DefaultValue("3") double name,
            @DefaultValue("2") double place,
            @DefaultValue("1") double producer,
            @DefaultValue("1") double group) {

        public Found {
            check(name, place, producer, group);
        }
    }

    /**
     * How near the text is to what was typed.
     *
     * @param accents a word of the name has the very accents
     * @param nameTogether all words stand together in the name; twice as much when they were typed with accents
     * @param placeTogether the same in the names of the place
     * @param beginning the name begins so
     * @param neighbours two words stand together, for when not all do
     */
    public record Nearness(
            @DefaultValue("2") double accents,
            @DefaultValue("2") double nameTogether,
            @DefaultValue("4") double placeTogether,
            @DefaultValue("6") double beginning,
            @DefaultValue("3") double neighbours) {

        public Nearness {
            check(accents, nameTogether, placeTogether, beginning, neighbours);
        }
    }

    /**
     * How much it counts when it is not said as typed.
     *
     * @param otherwise in words that say the same
     * @param otherAccents in such words, should the accents typed have meant something else
     * @param group by a group that some of the words name
     * @param wholeGroup by the group whose everyday name is all that was typed
     * @param praise words such as <i>ngon</i>, which need not be found
     * @param story in the story, for when no product has all words
     */
    public record Meaning(
            @DefaultValue("3") double otherwise,
            @DefaultValue("0.1") double otherAccents,
            @DefaultValue("4") double group,
            @DefaultValue("1") double wholeGroup,
            @DefaultValue("0.5") double praise,
            @DefaultValue("0.3") double story) {

        public Meaning {
            check(otherwise, otherAccents, group, wholeGroup, praise, story);
        }
    }

    /**
     * What is added for more than words, so little that it decides only among those that fit alike; never for alcohol.
     *
     * @param stock it can be had now
     * @param stars for four stars, and twice for five; nothing unless somebody sets it, since it makes searches dearer
     */
    public record Favour(
            @DefaultValue("0.2") double stock,
            @DefaultValue("0") double stars) {

        public Favour {
            check(stock, stars);
        }
    }

    private static void check(double... weights) {
        for (var weight : weights) {
            if (!(weight >= 0 && weight <= MOST)) {
                throw new IllegalArgumentException("A weight of the ranking is from 0 to " + MOST + ", not " + weight);
            }
        }
    }
}
