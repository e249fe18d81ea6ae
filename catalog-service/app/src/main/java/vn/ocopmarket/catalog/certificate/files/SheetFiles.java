package vn.ocopmarket.catalog.certificate.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocopmarket.catalog.CsvLines;
import vn.ocopmarket.catalog.certificate.CertificateFiles;
import vn.ocopmarket.catalog.certificate.Standing;

/** Days and codes are text, so that no spreadsheet takes away a leading zero or swaps day and month. */
@Component
class SheetFiles implements CertificateFiles {

    private static final List<String> COLUMNS = List.of(
            "product",
            "producer",
            "commune",
            "province",
            "group",
            "stars",
            "certificate",
            "decision",
            "issuedBy",
            "issuedOn",
            "lastDay",
            "daysLeft",
            "state",
            "renewalAskedOn");
    private static final int WIDTH = 20;

    private final MessageSource messages;

    SheetFiles(MessageSource messages) {
        this.messages = messages;
    }

    /** Marked as UTF-8, since spreadsheets guess otherwise. */
    @Override
    public byte[] csv(List<Standing> standings, Locale language) {
        var text = new StringBuilder(CsvLines.MARK_OF_UTF_8).append(CsvLines.of(headings(language)));
        standings.forEach(standing -> text.append(CsvLines.of(cells(standing, language))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] xlsx(List<Standing> standings, Locale language) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "OCOP Market", "1.0")) {
            var sheet = workbook.newWorksheet(words("certificate.sheet", language));
            var headings = headings(language);
            for (var column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, WIDTH);
            }
            sheet.freezePane(0, 1);
            for (var row = 0; row < standings.size(); row++) {
                var cells = cells(standings.get(row), language);
                for (var column = 0; column < cells.size(); column++) {
                    sheet.value(row + 1, column, cells.get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private List<String> headings(Locale language) {
        return COLUMNS.stream()
                .map(column -> words("certificate.column." + column, language))
                .toList();
    }

    private List<String> cells(Standing standing, Locale language) {
        var product = standing.product();
        var place = product.place();
        var about = List.of(
                product.name(),
                product.producer().name(),
                Objects.requireNonNullElse(place.communeName(), ""),
                place.provinceName(),
                language.getLanguage().equals("en")
                        ? product.group().nameEn()
                        : product.group().name());
        var certificate = standing.certificate();
        var proof = certificate == null
                ? IntStream.range(about.size(), COLUMNS.size())
                        .mapToObj(_ -> "")
                        .toList()
                : List.of(
                        String.valueOf(certificate.stars()),
                        certificate.number(),
                        certificate.decision(),
                        certificate.issuedBy(),
                        certificate.issuedOn().toString(),
                        certificate.lastDay().toString(),
                        String.valueOf(standing.daysLeft()),
                        words("certificate.state." + standing.state(), language),
                        Objects.toString(certificate.life().renewalAskedOn(), ""));
        return java.util.stream.Stream.concat(about.stream(), proof.stream()).toList();
    }

    private String words(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
