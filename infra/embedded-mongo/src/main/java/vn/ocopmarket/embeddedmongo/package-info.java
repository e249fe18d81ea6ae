/** A MongoDB-compatible server for one machine: started by a URI's absence, kept in one folder, lost in no crash. */
@NullMarked
package vn.ocopmarket.embeddedmongo;

import org.jspecify.annotations.NullMarked;
