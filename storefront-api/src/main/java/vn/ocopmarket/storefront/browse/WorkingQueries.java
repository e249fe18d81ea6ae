package vn.ocopmarket.storefront.browse;

import java.util.List;

/** The words with which many people found something to look at; kept in memory, so that nobody waits. */
public interface WorkingQueries {

    /** Those that go on from what was typed, in any spelling, the most used first; empty when there is none. */
    List<String> beginning(String typed);
}
