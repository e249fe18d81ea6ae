package vn.ocopmarket.contract.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something is made, in the division in force since 1 July 2025, with the words people still use for it.
 *
 * @param provinceCode two digits, of Decision 19/2025/QĐ-TTg
 * @param provinceName with its kind, such as {@code Tỉnh Vĩnh Long}
 * @param communeCode five digits, or null when only the province is known
 * @param communeName with its kind, or null with the code
 * @param formerNames old province, district and commune names under which it is also found
 * @param asCertified the address as the certificate gives it, or null
 */
public record PlaceRef(
        String provinceCode,
        String provinceName,
        @Nullable String communeCode,
        @Nullable String communeName,
        List<String> formerNames,
        @Nullable String asCertified) {

    public PlaceRef {
        formerNames = List.copyOf(formerNames);
    }
}
