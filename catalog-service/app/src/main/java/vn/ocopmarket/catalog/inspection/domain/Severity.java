package vn.ocopmarket.catalog.inspection.domain;

/** How grave a finding is. */
public enum Severity {
    MINOR,
    MAJOR,
    CRITICAL
}
