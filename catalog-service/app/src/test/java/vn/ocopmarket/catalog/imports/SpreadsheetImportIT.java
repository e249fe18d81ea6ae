package vn.ocopmarket.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import vn.ocopmarket.catalog.RunningCatalog;
import vn.ocopmarket.contract.product.ProductRecord;

class SpreadsheetImportIT extends RunningCatalog {

    @Test
    void acceptsAllButTheBadRowsOfAThousandAndNamesThem() {
        var list = Sheets.workbook(sheet -> {
            var columns = List.copyOf(Rows.good(1).keySet());
            Sheets.line(sheet, 0, columns);
            for (int number = 1; number <= 1_000; number++) {
                var row = badOrGood(number);
                Sheets.line(sheet, number, columns.stream().map(row::get).toList());
                if (number == 100) {
                    sheet.value(number, columns.size(), "8936012340010");
                }
            }
            sheet.value(0, columns.size(), "gtin");
        });

        var done = ImportClient.await(administrator(), ImportClient.upload(administrator(), "list.xlsx", list));

        assertThat(done.state()).isEqualTo("done");
        assertThat(done.rows()).isEqualTo(1_000);
        assertThat(done.accepted()).isEqualTo(995);
        assertThat(done.rejected()).isEqualTo(5);
        assertThat(done.errors())
                .extracting(issue -> issue.row() + " " + issue.field())
                .containsExactly("101 gtin", "201 stars", "301 commune", "401 issuedOn", "501 product");
        assertThat(done.errors())
                .allSatisfy(issue -> assertThat(issue.message()).isNotBlank());
    }

    private static Map<String, String> badOrGood(int number) {
        return switch (number) {
            case 200 -> Rows.with(number, "stars", "6");
            case 300 -> Rows.with(number, "commune", "xã Không Hề Có");
            case 400 -> Rows.with(number, "issuedOn", "5/13/2025");
            case 500 -> Rows.with(number, "product", " ");
            default -> Rows.good(number);
        };
    }

    @Test
    void readsWhatSpreadsheetsMakeOfDatesAndCodes() {
        var list = Sheets.workbook(sheet -> {
            sheet.value(0, 0, "DANH SÁCH SẢN PHẨM OCOP");
            Sheets.line(
                    sheet,
                    2,
                    List.of(
                            "STT",
                            "Tên sản phẩm",
                            "Chủ thể",
                            "Tỉnh",
                            "Mã xã",
                            "Số sao",
                            "Số quyết định",
                            "Ngày ban hành",
                            "Mã vạch",
                            "Giá bán"));
            sheet.value(3, 0, 1);
            sheet.value(3, 1, Normalizer.normalize("Chè Shan tuyết", Normalizer.Form.NFD));
            sheet.value(3, 2, "HTX Cao Bằng");
            sheet.value(3, 3, 4);
            sheet.value(3, 4, 1273);
            sheet.value(3, 5, 3);
            sheet.value(3, 6, "7/QĐ-UBND");
            sheet.value(3, 7, LocalDate.of(2025, 12, 31));
            sheet.style(3, 7).format("dd/mm/yyyy").set();
            sheet.value(3, 8, 36000291452L);
            sheet.value(3, 9, 125_000.0);
        });

        var done = ImportClient.await(administrator(), ImportClient.upload(administrator(), "cu.xlsx", list));

        assertThat(done.errors()).isEmpty();
        assertThat(done.accepted()).isEqualTo(1);
        var product = product("che-shan-tuyet");
        assertThat(product.name()).isEqualTo("Chè Shan tuyết");
        assertThat(product.place().provinceCode()).isEqualTo("04");
        assertThat(product.place().communeCode()).isEqualTo("01273");
        assertThat(product.certificates().getFirst().issuedOn()).isEqualTo("2025-12-31");
        var variant = product.variants().getFirst();
        assertThat(String.valueOf(variant.gtin())).isEqualTo("00036000291452");
        assertThat(variant.price()).extracting("amount").isEqualTo(125_000L);
    }

    @Test
    void readsCsvWithSemicolonsAMarkAndWindowsLineEnds() {
        var csv = "\ufeffproduct;producer;province;commune;stars;decision;issuedOn;price\r\n"
                + "\"Nước mắm; loại 1\";HTX Phú Quốc;Kiên Giang;Dương Đông;4 sao;9/QĐ;2025-01-02;\"95.000 đ\"\r\n"
                + "\r\n"
                + "Nước mắm loại 2;HTX Phú Quốc;Kiên Giang;Dương Đông;7;9/QĐ;2025-01-02;95000\r\n";

        var done = ImportClient.await(
                administrator(), ImportClient.upload(administrator(), "ds.csv", csv.getBytes(StandardCharsets.UTF_8)));

        assertThat(done.accepted()).isEqualTo(1);
        assertThat(done.errors()).singleElement().satisfies(issue -> {
            assertThat(issue.row()).isEqualTo(4);
            assertThat(issue.field()).isEqualTo("stars");
        });
        assertThat(product("nuoc-mam-loai-1").variants().getFirst().price())
                .extracting("amount")
                .isEqualTo(95_000L);
    }

    @Test
    void refusesCsvThatIsNotUnicodeRatherThanSpoilNames() {
        var csv = "product,producer,province,stars,decision,issuedOn\nN\u00b5\u00edc,HTX,86,4,9,2025-01-02\n";

        refused("cu.csv", csv.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    @Test
    void namesTheColumnsThatAreMissing() {
        refused("ds.csv", "product,producer,province\nA,B,86\n".getBytes(StandardCharsets.UTF_8), "stars");
    }

    @Test
    void refusesAWorkbookThatUnpacksToTooMuch() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        refused("bom.xlsx", bytes.toByteArray(), "");
    }

    @Test
    void refusesWhatOnlyCallsItselfAWorkbook() {
        refused("fake.xlsx", "product,producer".getBytes(StandardCharsets.UTF_8), "");
    }

    private void refused(String fileName, byte[] content, String field) {
        ImportClient.send(administrator(), fileName, content)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void handsOutATemplateThatItTakesBack() throws IOException {
        var template = Objects.requireNonNull(anonymous()
                .get()
                .uri("/api/v1/imports/template.xlsx")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
        try (var workbook = new ReadableWorkbook(new java.io.ByteArrayInputStream(template))) {
            var header = workbook.getFirstSheet().read().getFirst();
            assertThat(header.getCellText(0)).isEqualTo("product");
            assertThat(header.getCellCount()).isEqualTo(Column.values().length);
        }
        var done = ImportClient.await(administrator(), ImportClient.upload(administrator(), "template.xlsx", template));
        assertThat(done.rows()).isZero();
    }

    private ProductRecord product(String slug) {
        return Objects.requireNonNull(anonymous()
                .get()
                .uri("/api/v1/products/" + slug)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(ProductRecord.class)
                .returnResult()
                .getResponseBody());
    }
}
