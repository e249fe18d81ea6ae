package vn.ocopmarket.indexer.feed;

/** What following any feed needs. */
record FollowingParts(
        ChangeLogs logs, LeasedWork leased, Leases leases, ChangedProducts products, FeedSettings settings) {}
