package vn.ocopmarket.storefront.promotion.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.promotion.KeptVoucher;
import vn.ocopmarket.storefront.promotion.KeptVoucher.Deed;
import vn.ocopmarket.storefront.promotion.Redemptions.Claim;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.Voucher.Limits;
import vn.ocopmarket.storefront.promotion.domain.Voucher.Names;
import vn.ocopmarket.storefront.promotion.domain.Voucher.Scope;
import vn.ocopmarket.storefront.promotion.domain.Voucher.State;
import vn.ocopmarket.storefront.promotion.domain.Worth;

/** How a voucher is stored. */
final class VoucherDocuments {

    static final String OPEN = "open";
    static final String USED = "used";
    static final String STATE = "state";
    static final String REVISION = "revision";
    static final String DEEDS = "deeds";
    static final String FROM = "from";
    static final String TO = "to";
    static final String RETURNING = "returning";

    private VoucherDocuments() {}

    static Document write(KeptVoucher kept) {
        var voucher = kept.voucher();
        var limits = voucher.limits();
        var scope = voucher.scope();
        var document = new Document("_id", voucher.code())
                .append("name", voucher.names().vi())
                .append("nameEn", voucher.names().en())
                .append("total", limits.total())
                .append("perBuyer", limits.perBuyer())
                .append(FROM, limits.from().toString())
                .append(TO, limits.to().toString())
                .append("minimum", limits.minimum().amount())
                .append("groups", sorted(scope.groups()))
                .append("provinces", sorted(scope.provinces()))
                .append("producers", sorted(scope.producers()))
                .append("exclusive", voucher.exclusive())
                .append(STATE, voucher.state().name())
                .append(USED, voucher.used())
                .append(OPEN, List.of())
                .append(RETURNING, List.of())
                .append(REVISION, kept.revision())
                .append(
                        DEEDS,
                        kept.deeds().stream().map(VoucherDocuments::write).toList());
        return switch (voucher.worth()) {
            case Worth.Percent(var basisPoints, var cap) ->
                document.append("basisPoints", basisPoints).append("cap", cap.amount());
            case Worth.Fixed(var amount) -> document.append("amount", amount.amount());
        };
    }

    static Document write(Deed deed) {
        return new Document(STATE, deed.state().name()).append("by", deed.by()).append("at", Date.from(deed.at()));
    }

    static Document write(Claim claim) {
        return new Document("id", claim.id())
                .append("order", claim.orderId())
                .append("amount", claim.amount().amount())
                .append("at", Date.from(claim.at()));
    }

    static KeptVoucher read(Document stored) {
        var voucher = new Voucher(
                stored.getString("_id"),
                new Names(stored.getString("name"), stored.getString("nameEn")),
                worth(stored),
                new Limits(
                        number(stored, "total"),
                        perBuyer(stored),
                        LocalDate.parse(stored.getString(FROM)),
                        LocalDate.parse(stored.getString(TO)),
                        money(stored, "minimum")),
                new Scope(set(stored, "groups"), set(stored, "provinces"), set(stored, "producers")),
                stored.getBoolean("exclusive", false),
                State.valueOf(stored.getString(STATE)),
                stored.getLong(USED));
        return new KeptVoucher(
                voucher,
                stored.getLong(REVISION),
                open(stored).size(),
                stored.getList(DEEDS, Document.class, List.of()).stream()
                        .map(VoucherDocuments::deed)
                        .toList());
    }

    static List<Document> open(Document stored) {
        return stored.getList(OPEN, Document.class, List.of());
    }

    static Claim claim(Document stored) {
        return new Claim(stored.getString("id"), stored.getString("order"), money(stored, "amount"), at(stored));
    }

    static Instant at(Document stored) {
        return stored.getDate("at").toInstant();
    }

    static Money money(Document stored, String field) {
        return Money.dong(stored.getLong(field));
    }

    private static Worth worth(Document stored) {
        return stored.containsKey("basisPoints")
                ? new Worth.Percent(stored.getInteger("basisPoints"), money(stored, "cap"))
                : new Worth.Fixed(money(stored, "amount"));
    }

    private static Deed deed(Document stored) {
        return new Deed(State.valueOf(stored.getString(STATE)), stored.getString("by"), at(stored));
    }

    private static @Nullable Long number(Document stored, String field) {
        return stored.get(field) instanceof Number number ? number.longValue() : null;
    }

    private static @Nullable Integer perBuyer(Document stored) {
        return stored.get("perBuyer") instanceof Number number ? number.intValue() : null;
    }

    private static Set<String> set(Document stored, String field) {
        return new HashSet<>(stored.getList(field, String.class, List.of()));
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
