/** What the simulator knows, on the disk before it is told, and how it refuses. */
@NullMarked
package vn.ocopmarket.stripesimulator.ledger;

import org.jspecify.annotations.NullMarked;
