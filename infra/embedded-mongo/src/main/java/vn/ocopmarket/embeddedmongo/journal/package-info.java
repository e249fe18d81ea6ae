/** The file behind the data: an append-only journal with group commit, replayed at open and compacted while in use. */
@NullMarked
package vn.ocopmarket.embeddedmongo.journal;

import org.jspecify.annotations.NullMarked;
