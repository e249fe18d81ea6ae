package vn.ocopmarket.storefront.promotion.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.SentForm;
import vn.ocopmarket.storefront.promotion.domain.Voucher;
import vn.ocopmarket.storefront.promotion.domain.VoucherCode;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft;
import vn.ocopmarket.storefront.promotion.domain.VoucherDraft.Fault;
import vn.ocopmarket.storefront.promotion.domain.Worth;

/** Reads a voucher from what somebody wrote into the form: numbers with or without points, codes with commas or spaces. */
final class VoucherForm {

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[.,\\s\\u00a0\\u202f₫]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?");
    private static final Pattern BETWEEN_CODES = Pattern.compile("[,;\\s]+");
    private static final int BASIS_POINTS = 100;

    private final SentForm sent;
    private final List<Fault> faults = new ArrayList<>();

    private VoucherForm(SentForm sent) {
        this.sent = sent;
    }

    /** @param faults fields that cannot be read; the draft means nothing then */
    record Read(VoucherDraft draft, List<Fault> faults) {}

    static Read read(SentForm sent) {
        var form = new VoucherForm(sent);
        var draft = form.draft();
        return new Read(draft, List.copyOf(form.faults));
    }

    private VoucherDraft draft() {
        var each = number("perBuyer");
        var minimum = number("minimum");
        var limits = new Voucher.Limits(
                number("total"),
                each == null ? null : Math.toIntExact(Math.min(each, Integer.MAX_VALUE)),
                day("from"),
                day("to"),
                Money.dong(minimum == null ? 0 : minimum));
        return new VoucherDraft(
                VoucherCode.of(sent.field("code")),
                new Voucher.Names(sent.field("name"), sent.field("nameEn")),
                worth(),
                limits,
                new Voucher.Scope(codes("groups"), codes("provinces"), codes("producers")),
                !sent.field("exclusive").isEmpty());
    }

    private @Nullable Worth worth() {
        var amount = number("amount");
        var percent = sent.field("percent").replace(',', '.').replace("%", "").strip();
        if (percent.isEmpty()) {
            return amount == null ? null : new Worth.Fixed(Money.dong(amount));
        }
        if (!PERCENT.matcher(percent).matches() || amount != null) {
            faults.add(new Fault("percent", amount == null ? "number" : "worth", 0));
            return null;
        }
        var basisPoints = new BigDecimal(percent)
                .multiply(BigDecimal.valueOf(BASIS_POINTS))
                .intValueExact();
        var cap = number("cap");
        return new Worth.Percent(basisPoints, Money.dong(cap == null ? 0 : cap));
    }

    private @Nullable Long number(String field) {
        var digits = BETWEEN_DIGITS.matcher(sent.field(field)).replaceAll("");
        if (digits.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(digits).matches()) {
            faults.add(new Fault(field, "number", 0));
            return null;
        }
        return Long.valueOf(digits);
    }

    private LocalDate day(String field) {
        try {
            return LocalDate.parse(sent.field(field));
        } catch (DateTimeParseException _) {
            faults.add(new Fault(field, "day", 0));
            return LocalDate.EPOCH;
        }
    }

    private Set<String> codes(String field) {
        return BETWEEN_CODES
                .splitAsStream(sent.field(field))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
