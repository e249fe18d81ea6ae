package vn.ocopmarket.indexer;

/** This running instance of the service, told from all others. */
public record Instance(String id) {}
