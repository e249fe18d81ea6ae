/** The life of certificates after and beside the official list: issue, proof, extension, rest, end, decisions and papers. */
@NullMarked
package vn.ocopmarket.catalog.certificate;

import org.jspecify.annotations.NullMarked;
