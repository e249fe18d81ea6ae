package vn.ocopmarket.contract.feed;

import java.time.Instant;

/**
 * One entry of a numbered log: something about an aggregate changed, so read it again.
 *
 * @param number position in the log, without gaps
 * @param eventId unique over the log; the same event may come more than once
 * @param type such as {@code product.changed} or {@code availability.changed}; {@code noop} fills a number and means nothing
 * @param aggregateId what changed; empty for a noop
 * @param version of the aggregate after the change
 * @param at when it was committed
 */
public record Change(long number, String eventId, String type, String aggregateId, long version, Instant at) {}
