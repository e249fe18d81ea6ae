/** Runs one Elasticsearch node for development and tests, as a process of its own, reachable on loopback only. */
@NullMarked
package vn.ocopmarket.elasticsearch.node;

import org.jspecify.annotations.NullMarked;
