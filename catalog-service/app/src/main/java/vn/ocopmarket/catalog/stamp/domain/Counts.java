package vn.ocopmarket.catalog.stamp.domain;

/**
 * How many stamps of a batch are where.
 *
 * @param printed all of them
 * @param given those that products have, whatever became of them since
 * @param waiting given, and nothing is known of them since
 * @param left neither given nor noted
 */
public record Counts(
        long printed, long given, long waiting, long used, long lost, long destroyed, long voided, long left) {}
