package vn.ocopmarket.storefront.importdesk.web;

import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.ocopmarket.storefront.pages.Problem;

/** Files of the desk: the empty list, and what is told about an import. */
enum ListFile {
    TEMPLATE("template.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DIFFERENCES_CSV("differences.csv", "text/csv;charset=UTF-8"),
    DIFFERENCES_XLSX("differences.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ERRORS_CSV("errors.csv", "text/csv;charset=UTF-8");

    final String name;

    private final String type;

    ListFile(String name, String type) {
        this.name = name;
        this.type = type;
    }

    static ListFile of(String name) {
        return Arrays.stream(values())
                .filter(file -> file != TEMPLATE && file.name.equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of("not-found", 404));
    }

    ResponseEntity<byte[]> answer(byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .body(content);
    }
}
