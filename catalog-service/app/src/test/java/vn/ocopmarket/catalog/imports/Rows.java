package vn.ocopmarket.catalog.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of a list, as an officer would write them. */
final class Rows {

    private Rows() {}

    static Map<String, String> good(int number) {
        var row = new LinkedHashMap<String, String>();
        row.put("product", "Mật hoa dừa số " + number);
        row.put("producer", "Công ty TNHH Sokfarm");
        row.put("producerKind", "doanh nghiệp");
        row.put("province", "Trà Vinh");
        row.put("commune", "xã Thông Hòa, huyện Cầu Kè");
        row.put("group", "Thực phẩm");
        row.put("stars", "4");
        row.put("decision", "86/QĐ-UBND");
        row.put("issuedBy", "UBND tỉnh Trà Vinh");
        row.put("issuedOn", "5/3/2025");
        row.put("price", "85.000 đ");
        return row;
    }

    static Map<String, String> with(int number, String column, String value) {
        var row = good(number);
        row.put(column, value);
        return row;
    }
}
