/**
 * Provinces and communes in force since 1 July 2025, and what became of every province, district and commune before.
 * The tables are those of the National Statistics Office; three rows that were filed under a wrong former province (Tân An,
 * Hà Tiên, Cồn Cỏ) are put right.
 */
@NullMarked
package vn.ocopmarket.catalog.place;

import org.jspecify.annotations.NullMarked;
