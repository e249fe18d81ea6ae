package vn.ocopmarket.indexer.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the feeds are followed.
 *
 * @param pageSize changes asked for at once
 * @param pagesInFlight pages that may wait for the index at the same time
 * @param longestWait how long the other service holds an answer back when nothing changes
 * @param rest pause after a page that was not full
 * @param lease how long a lease lasts without a heartbeat: after that another instance takes over
 * @param heartbeat how often the lease is renewed
 * @param standby how often an instance without the lease tries to get it
 * @param retryFirst pause after a first failure
 * @param retryMost the longest pause between two tries
 */
@ConfigurationProperties("ocop.feed")
record FeedSettings(
        @DefaultValue("200") int pageSize,
        @DefaultValue("5") int pagesInFlight,
        @DefaultValue("20s") Duration longestWait,
        @DefaultValue("150ms") Duration rest,
        @DefaultValue("6s") Duration lease,
        @DefaultValue("2s") Duration heartbeat,
        @DefaultValue("1s") Duration standby,
        @DefaultValue("200ms") Duration retryFirst,
        @DefaultValue("5s") Duration retryMost) {}
