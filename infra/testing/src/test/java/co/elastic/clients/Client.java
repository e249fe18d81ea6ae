package co.elastic.clients;

/** Stands for the Elasticsearch client, which this module does not use. */
public final class Client {}
