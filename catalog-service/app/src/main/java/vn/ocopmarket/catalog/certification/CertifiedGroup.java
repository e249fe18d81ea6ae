package vn.ocopmarket.catalog.certification;

/**
 * The group as a list or a decision names it, kept beside the current group that it is mapped to.
 *
 * @param version the criteria version, by its year
 * @param words as given
 */
public record CertifiedGroup(String version, String words) {}
