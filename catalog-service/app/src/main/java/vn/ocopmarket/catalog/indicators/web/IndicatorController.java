package vn.ocopmarket.catalog.indicators.web;

import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.indicators.MeasuringProgramme;
import vn.ocopmarket.catalog.indicators.domain.Choice;
import vn.ocopmarket.contract.indicators.IndicatorReport;

/** The figures of the programme; a filter may have several values. */
@RestController
class IndicatorController {

    private final MeasuringProgramme measuring;

    IndicatorController(MeasuringProgramme measuring) {
        this.measuring = measuring;
    }

    @GetMapping("/api/v1/indicators")
    Mono<IndicatorReport> indicators(
            @RequestParam(defaultValue = "") Set<String> province,
            @RequestParam(defaultValue = "") Set<String> group,
            @RequestParam(defaultValue = "") Set<Integer> year,
            @RequestParam(defaultValue = "") Set<Integer> stars) {
        return measuring.measure(new Choice(province, group, year, stars));
    }
}
