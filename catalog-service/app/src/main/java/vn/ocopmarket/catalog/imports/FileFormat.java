package vn.ocopmarket.catalog.imports;

/** The formats we take. */
public enum FileFormat {
    XLSX,
    CSV,
    JSON
}
