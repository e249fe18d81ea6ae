package vn.ocopmarket.storefront.indicators.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.CollectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.contract.indicators.IndicatorReport;
import vn.ocopmarket.contract.indicators.IndicatorReport.Part;
import vn.ocopmarket.contract.indicators.IndicatorReport.Year;
import vn.ocopmarket.storefront.indicators.Indicators;
import vn.ocopmarket.storefront.indicators.Indicators.Choice;
import vn.ocopmarket.storefront.pages.Problem;

/** The figures of the programme: page, data and workbook of the same choice say the same. */
@Controller
class IndicatorPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<Integer> STARS = List.of(5, 4, 3);

    private final Indicators indicators;
    private final MessageSource messages;
    private final Scheduler writing = IndicatorSchedulers.create();

    IndicatorPages(Indicators indicators, MessageSource messages) {
        this.indicators = indicators;
        this.messages = messages;
    }

    @GetMapping("/indicators")
    Mono<Rendering> page(ServerWebExchange exchange, Locale language) {
        var choice = choice(exchange);
        return Mono.zip(report(choice), report(Choice.ALL))
                .map(both -> Rendering.view("indicators/show")
                        .modelAttribute("view", IndicatorView.of(both.getT1(), language))
                        .modelAttribute("choice", choice)
                        .modelAttribute("options", Options.of(both.getT2()))
                        .modelAttribute("workbook", address("/indicators.xlsx", choice))
                        .build());
    }

    @ResponseBody
    @GetMapping("/api/v1/indicators")
    Mono<IndicatorReport> data(ServerWebExchange exchange) {
        return report(choice(exchange));
    }

    @GetMapping("/indicators.xlsx")
    Mono<ResponseEntity<byte[]>> workbook(ServerWebExchange exchange, Locale language) {
        return report(choice(exchange))
                .flatMap(report -> Mono.fromCallable(
                                () -> new Workbooks(messages, language).of(IndicatorView.of(report, language)))
                        .subscribeOn(writing)
                        .map(bytes -> ResponseEntity.ok()
                                .contentType(XLSX)
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename("ocop-" + report.day() + ".xlsx")
                                                .build()
                                                .toString())
                                .body(bytes)));
    }

    private Mono<IndicatorReport> report(Choice choice) {
        return indicators
                .of(choice)
                .onErrorMap(_ -> Problem.of("unavailable", 503).header("Retry-After", "5"));
    }

    /** What can be chosen: what there is. */
    record Options(List<Part> provinces, List<Part> groups, List<Integer> years, List<Integer> stars) {

        static Options of(IndicatorReport all) {
            return new Options(
                    all.provinces(),
                    all.groups(),
                    all.years().stream().map(Year::year).toList().reversed(),
                    STARS);
        }
    }

    private static Choice choice(ServerWebExchange exchange) {
        return new Choice(
                asked(exchange, "province", "\\d{2}").toList(),
                asked(exchange, "group", "\\w{1,4}").toList(),
                asked(exchange, "year", "20\\d{2}").map(Integer::valueOf).toList(),
                asked(exchange, "stars", "[345]").map(Integer::valueOf).toList());
    }

    /** A field of a form that was left as it was comes empty. */
    private static Stream<String> asked(ServerWebExchange exchange, String name, String form) {
        return exchange.getRequest().getQueryParams().getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .peek(value -> {
                    if (!value.matches(form)) {
                        throw Problem.of("invalid-request", 400).with("field", name);
                    }
                })
                .distinct();
    }

    private static String address(String path, Choice choice) {
        return UriComponentsBuilder.fromPath(path)
                .queryParams(CollectionUtils.toMultiValueMap(choice.parameters()))
                .build()
                .toUriString();
    }
}
