package vn.ocopmarket.storefront.settlement.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.desk.DeskPage;

/** A producer's own statements; whoever keeps the market's money may see them all. */
@DeskPage
@RequestMapping("/staff/statements")
class StatementPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final OwnStatements own;
    private final MessageSource messages;
    private final Scheduler writing = StatementSchedulers.create();

    StatementPages(OwnStatements own, MessageSource messages) {
        this.own = own;
        this.messages = messages;
    }

    @GetMapping
    Mono<Rendering> list() {
        return own.all()
                .map(StatementView::of)
                .collectList()
                .map(statements -> Rendering.view("settlement/statements")
                        .modelAttribute("statements", statements)
                        .build());
    }

    @GetMapping("/{id}")
    Mono<Rendering> show(@PathVariable String id) {
        return own.find(id)
                .map(statement -> Rendering.view("settlement/statement")
                        .modelAttribute("statement", StatementView.of(statement))
                        .build());
    }

    @GetMapping("/{id}/statement.xlsx")
    Mono<ResponseEntity<byte[]>> workbook(@PathVariable String id, Locale language) {
        return own.find(id)
                .map(StatementView::of)
                .flatMap(statement -> Mono.fromCallable(() -> new StatementWorkbook(messages, language).of(statement))
                        .subscribeOn(writing)
                        .map(bytes -> file("statement-" + statement.period() + ".xlsx", bytes)));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        var disposition = ContentDisposition.attachment().filename(name).build().toString();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(bytes);
    }
}
