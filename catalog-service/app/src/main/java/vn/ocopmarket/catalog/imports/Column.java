package vn.ocopmarket.catalog.imports;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a list; the keys are the published interface. */
public enum Column {
    PRODUCT("product", true, 300),
    PRODUCER("producer", true, 300),
    PRODUCER_KIND("producerKind", false, 100),
    PROVINCE("province", true, 100),
    COMMUNE("commune", false, 300),
    COMMUNE_CODE("communeCode", false, 10),
    GROUP("group", false, 300),
    STARS("stars", true, 20),
    DECISION("decision", true, 200),
    ISSUED_BY("issuedBy", false, 300),
    ISSUED_ON("issuedOn", true, 40),
    VALID_UNTIL("validUntil", false, 40),
    GTIN("gtin", false, 40),
    SKU("sku", false, 64),
    VARIANT("variant", false, 200),
    NET_WEIGHT("netWeight", false, 100),
    PRICE("price", false, 40),
    TAX_CLASS("taxClass", false, 60),
    TRACE_URL("traceUrl", false, 2_000),
    STORY("story", false, 20_000);

    private final String key;
    private final boolean required;
    private final int longest;

    Column(String key, boolean required, int longest) {
        this.key = key;
        this.required = required;
        this.longest = longest;
    }

    public String key() {
        return key;
    }

    public boolean required() {
        return required;
    }

    /** The most characters a cell may hold. */
    public int longest() {
        return longest;
    }

    public static Optional<Column> ofKey(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }
}
