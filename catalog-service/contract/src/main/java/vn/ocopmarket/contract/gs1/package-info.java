/** GS1 keys with their check digits. */
@NullMarked
package vn.ocopmarket.contract.gs1;

import org.jspecify.annotations.NullMarked;
