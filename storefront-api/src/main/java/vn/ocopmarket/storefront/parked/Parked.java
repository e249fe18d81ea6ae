package vn.ocopmarket.storefront.parked;

import java.time.Instant;

/**
 * A piece of work that waits for a person.
 *
 * @param about what it is, without anybody's address or number
 * @param why what it failed with last
 * @param tries 0 when they are not counted
 */
public record Parked(String kind, String id, String about, String why, int tries, Instant since) {}
