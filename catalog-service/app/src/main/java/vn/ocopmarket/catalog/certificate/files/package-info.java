/** Lists of certificates written as CSV and XLSX. */
@NullMarked
package vn.ocopmarket.catalog.certificate.files;

import org.jspecify.annotations.NullMarked;
