/** The life of a finding. */
@NullMarked
package vn.ocopmarket.catalog.inspection.domain;

import org.jspecify.annotations.NullMarked;
