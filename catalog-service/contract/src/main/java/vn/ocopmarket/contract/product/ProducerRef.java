package vn.ocopmarket.contract.product;

/**
 * The producer (chủ thể) as a product shows it.
 *
 * @param kind legal form as declared: HTX, doanh nghiệp, hộ, tổ hợp tác, trang trại or cơ sở
 */
public record ProducerRef(String id, String slug, String name, String kind) {}
