package vn.ocopmarket.storefront.browse;

import java.util.EnumSet;
import java.util.Set;

/** By what a list of products can be narrowed, and be counted. */
public enum Facet {
    BRANCH("branch"),
    GROUP("group"),
    STARS("stars"),
    PROVINCE("province"),
    COMMUNE("commune"),
    PRICE("price"),
    PRODUCER("producer"),
    IN_STOCK("inStock"),
    LOCATION("location"),
    TRACEABLE("traceable"),
    GEOGRAPHICAL_INDICATION("gi");

    /** What is counted for whoever does not say; communes only once a province is chosen. */
    public static final Set<Facet> USUAL = Set.of(GROUP, STARS, PROVINCE, COMMUNE, PRICE, IN_STOCK);

    public static final Set<Facet> ALL = Set.copyOf(EnumSet.allOf(Facet.class));

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** As in the query string and in answers. */
    public String parameter() {
        return parameter;
    }

    /**
     * Whose ticks do not matter when this one is counted: its own, and those that only say the same more closely, so that
     * who looks at one commune still sees how many the other provinces have.
     */
    public Set<Facet> blindTo() {
        return switch (this) {
            case BRANCH, GROUP -> Set.of(GROUP);
            case PROVINCE -> Set.of(PROVINCE, COMMUNE);
            case STARS, COMMUNE, PRICE, PRODUCER, IN_STOCK, LOCATION, TRACEABLE, GEOGRAPHICAL_INDICATION ->
                Set.of(this);
        };
    }
}
