/** What a story may hold: its sections, pictures and films, judged before it is kept. */
@NullMarked
package vn.ocopmarket.catalog.story;

import org.jspecify.annotations.NullMarked;
