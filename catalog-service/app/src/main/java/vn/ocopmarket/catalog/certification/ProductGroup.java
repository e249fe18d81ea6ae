package vn.ocopmarket.catalog.certification;

import java.util.List;
import vn.ocopmarket.contract.product.GroupRef;
import vn.ocopmarket.contract.product.TaxClass;

/**
 * A group of the criteria in force, with what follows from it.
 *
 * @param taxClass what its goods usually are
 * @param notices codes of notices that the law wants shown with its goods
 */
public record ProductGroup(GroupRef ref, TaxClass taxClass, List<String> notices) {

    public ProductGroup {
        notices = List.copyOf(notices);
    }
}
