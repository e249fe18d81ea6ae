package vn.ocopmarket.catalog.stamp.domain;

/**
 * Whose products stamps are for.
 *
 * @param product its id
 * @param name of the product, as it was called then
 * @param producer its id
 * @param producerName as it was called then
 * @param certificate number of the one they were given under
 */
public record Holder(String product, String name, String producer, String producerName, String certificate) {}
