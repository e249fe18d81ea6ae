package vn.ocopmarket.storefront.lotdesk.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.ocopmarket.contract.trace.LotRecord;
import vn.ocopmarket.contract.trace.LotRecord.Input;

/**
 * What somebody wrote about a lot. Inputs are a line each, their parts between bars; what is no number or date goes on as
 * nothing and comes back with the words for a field that is missing or wrong.
 */
record LotForm(Map<String, String> said) {

    private static final List<String> FIELDS =
            List.of("sku", "lot", "producedOn", "bestBefore", "amount", "unit", "inputs", "standards");
    private static final String BAR = " | ";

    static LotForm of(MultiValueMap<String, String> form) {
        var said = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> said.put(
                field, Objects.requireNonNullElse(form.getFirst(field), "").strip()));
        return new LotForm(said);
    }

    static LotForm of(LotRecord lot) {
        var said = new LinkedHashMap<String, String>();
        said.put("sku", lot.sku());
        said.put("lot", lot.lot().value());
        said.put("producedOn", text(lot.producedOn()));
        said.put("bestBefore", text(lot.bestBefore()));
        var quantity = lot.quantity();
        said.put("amount", quantity == null ? "" : quantity.amount().toPlainString());
        said.put("unit", quantity == null ? "H87" : quantity.unit());
        said.put("inputs", lot.inputs().stream().map(LotForm::line).collect(Collectors.joining("\n")));
        said.put("standards", String.join("\n", lot.standards()));
        return new LotForm(said);
    }

    /** As the catalogue wants it. */
    Map<String, @Nullable Object> body() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("sku", said("sku"));
        body.put("lot", said("lot"));
        body.put("producedOn", date("producedOn"));
        body.put("bestBefore", date("bestBefore"));
        body.put("quantity", said("amount").isEmpty() ? null : quantity());
        body.put("inputs", lines("inputs").map(LotForm::input).toList());
        body.put("standards", lines("standards").toList());
        return body;
    }

    private Map<String, Object> quantity() {
        return Map.of("amount", amount(said("amount")), "unit", said("unit"));
    }

    private static BigDecimal amount(String text) {
        var plain = text.replace(',', '.');
        return plain.matches("\\d{1,12}(\\.\\d{1,3})?") ? new BigDecimal(plain) : BigDecimal.ZERO;
    }

    private @Nullable String date(String field) {
        var text = said(field);
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? text : null;
    }

    private Stream<String> lines(String field) {
        return said(field).lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static Map<String, @Nullable Object> input(String line) {
        var parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var input = new LinkedHashMap<String, @Nullable Object>();
        input.put("name", parts.getFirst());
        input.put("origin", part(parts, 1));
        input.put("supplier", part(parts, 2));
        input.put("lot", part(parts, 3));
        return input;
    }

    private static @Nullable String part(List<String> parts, int at) {
        return parts.size() > at && !parts.get(at).isEmpty() ? parts.get(at) : null;
    }

    private static String line(Input input) {
        return Stream.of(input.name(), input.origin(), input.supplier(), input.lot())
                .map(part -> Objects.requireNonNullElse(part, ""))
                .collect(Collectors.joining(BAR))
                .replaceFirst("( \\| )+$", "");
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private String said(String field) {
        return said.getOrDefault(field, "");
    }
}
