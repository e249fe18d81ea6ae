/** Gives the embedded node the analysis components that a stock Elasticsearch has, under their stock names. */
@NullMarked
package vn.ocopmarket.elasticsearch.analysis;

import org.jspecify.annotations.NullMarked;
