package vn.ocopmarket.contract.product;

/**
 * A product group (bộ sản phẩm) for browsing, in the criteria version in force.
 *
 * @param code {@code 01} to {@code 26}, Annex I of Decision 26/2026/QĐ-TTg
 * @param branchCode the branch (ngành), {@code I} to {@code VI}
 */
public record GroupRef(
        String code, String name, String nameEn, String branchCode, String branchName, String branchNameEn) {}
