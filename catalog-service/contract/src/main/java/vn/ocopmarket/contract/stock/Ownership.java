package vn.ocopmarket.contract.stock;

import org.jspecify.annotations.Nullable;

/** Whose goods in stock are. */
public enum Ownership {
    /** Their producer's: the market sells them for a commission. */
    CONSIGNED,
    /** The market's own, bought outright: a sale of them owes their producer nothing. */
    OWNED;

    /** Goods of which nobody said whose they are came on consignment, as all did before it was asked. */
    public static Ownership of(@Nullable String name) {
        return name == null ? CONSIGNED : valueOf(name);
    }

    /** The same, of what was said. */
    public static Ownership orConsigned(@Nullable Ownership said) {
        return said == null ? CONSIGNED : said;
    }

    public boolean isOwned() {
        return this == OWNED;
    }
}
