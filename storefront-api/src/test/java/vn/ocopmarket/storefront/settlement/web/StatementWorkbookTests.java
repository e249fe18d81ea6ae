package vn.ocopmarket.storefront.settlement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.ocopmarket.contract.money.Money;
import vn.ocopmarket.storefront.settlement.domain.Entry;
import vn.ocopmarket.storefront.settlement.domain.Seller;
import vn.ocopmarket.storefront.settlement.domain.Statement;
import vn.ocopmarket.storefront.settlement.domain.Withholding;

/** What a spreadsheet is told of each cell, read from the file. */
class StatementWorkbookTests {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 5);

    /** Late on the day before, in Greenwich. */
    private static final Instant CLOSED = Instant.parse("2026-10-01T20:30:00Z");

    private Document styles;
    private Document summary;
    private Document lines;

    @BeforeEach
    void write(@TempDir Path folder) throws Exception {
        var words = new ResourceBundleMessageSource();
        words.setBasenames("messages/settlement");
        words.setDefaultEncoding("UTF-8");
        var seller = new Seller("an", "HTX An", "HTX");
        var goods = new Entry.Goods("OM-1", "S-an", "Mật ong hoa nhãn", 12);
        var figures = new Entry.Figures(Money.dong(1_200_000), Money.dong(1_150_000), 850, Money.dong(102_000));
        var entry = new Entry("sale:o1:S-an", Entry.Kind.SALE, seller, goods, DAY, figures);
        var statement = Statement.of(
                YearMonth.of(2026, 9), List.of(entry), Statement.History.NONE, new Withholding(List.of()), CLOSED);
        var bytes = new StatementWorkbook(words, Locale.of("vi")).of(StatementView.of(statement));
        try (var book =
                new ZipFile(Files.write(folder.resolve("statement.xlsx"), bytes).toFile())) {
            styles = part(book, "xl/styles.xml");
            summary = part(book, "xl/worksheets/sheet1.xml");
            lines = part(book, "xl/worksheets/sheet2.xml");
        }
    }

    @Test
    void showsWholeDongWithSeparatorsThatCanBeAddedUp() {
        assertThat(value(lines, "G2")).isEqualTo("1200000");
        assertThat(List.of("F2", "G2", "H2", "J2"))
                .allSatisfy(cell -> assertThat(format(lines, cell)).isEqualTo("#,##0"));
        assertThat(value(summary, "B5")).isEqualTo("-102000");
        assertThat(IntStream.rangeClosed(3, 11).boxed())
                .allSatisfy(row -> assertThat(format(summary, "B" + row)).isEqualTo("#,##0"));
        assertThat(Double.parseDouble(value(lines, "I2"))).isEqualTo(8.5);
        assertThat(format(lines, "I2")).isEqualTo("0.00");
    }

    @Test
    void hasDaysAndMomentsOfVietnamAsDates() {
        // Days since the end of 1899, as spreadsheets count.
        var epoch = LocalDate.of(1899, 12, 30).toEpochDay();
        assertThat(Double.parseDouble(value(lines, "A2"))).isEqualTo(DAY.toEpochDay() - epoch);
        assertThat(format(lines, "A2")).isEqualTo("dd/mm/yyyy");
        assertThat(Double.parseDouble(value(summary, "B12")))
                .isEqualTo(LocalDate.of(2026, 10, 2).toEpochDay() - epoch + 3.5 / 24, Offset.offset(1e-6));
        assertThat(format(summary, "B12")).isEqualTo("dd/mm/yyyy hh:mm");
    }

    @Test
    void keepsItsHeadInSightAndIsWideEnough() {
        var pane = (Element) lines.getElementsByTagName("pane").item(0);
        assertThat(pane.getAttribute("ySplit")).isEqualTo("1");
        assertThat(pane.getAttribute("state")).startsWith("frozen");
        var columns = lines.getElementsByTagName("col");
        var widths = elements(columns)
                .map(column -> Double.parseDouble(column.getAttribute("width")))
                .toList();
        assertThat(widths).hasSize(10).allMatch(width -> width >= 10);
        assertThat(widths.get(4)).as("names are long").isGreaterThan(40);
    }

    private static String value(Document sheet, String cell) {
        return cell(sheet, cell).getElementsByTagName("v").item(0).getTextContent();
    }

    private String format(Document sheet, String cell) {
        var style = cell(sheet, cell).getAttribute("s");
        assertThat(style).as(cell).isNotEmpty();
        var all = (Element) styles.getElementsByTagName("cellXfs").item(0);
        var id = ((Element) all.getElementsByTagName("xf").item(Integer.parseInt(style))).getAttribute("numFmtId");
        return elements(styles.getElementsByTagName("numFmt"))
                .filter(format -> format.getAttribute("numFmtId").equals(id))
                .map(format -> format.getAttribute("formatCode"))
                .findFirst()
                .orElse("built in " + id);
    }

    private static Element cell(Document sheet, String name) {
        return elements(sheet.getElementsByTagName("c"))
                .filter(cell -> cell.getAttribute("r").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(at -> (Element) nodes.item(at));
    }

    private static Document part(ZipFile book, String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(book.getInputStream(book.getEntry(name)));
    }
}
