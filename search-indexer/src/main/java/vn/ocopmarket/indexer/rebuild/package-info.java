/** Makes the index anew beside the one that is read, brings it up to the logs, and puts it in the place of the other. */
@NullMarked
package vn.ocopmarket.indexer.rebuild;

import org.jspecify.annotations.NullMarked;
