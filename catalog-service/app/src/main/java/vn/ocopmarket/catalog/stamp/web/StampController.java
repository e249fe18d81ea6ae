package vn.ocopmarket.catalog.stamp.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocopmarket.catalog.problem.Problem;
import vn.ocopmarket.catalog.stamp.CheckingStamps;
import vn.ocopmarket.catalog.stamp.StampCheck;

/** The check of a stamp, for everybody. */
@RestController
class StampController {

    private final CheckingStamps checking;

    StampController(CheckingStamps checking) {
        this.checking = checking;
    }

    /** As it is printed, or without the signs between; 404 when no stamp has that number. */
    @GetMapping("/api/v1/stamps/{number}")
    Mono<StampCheck> check(@PathVariable String number) {
        return checking.check(number).switchIfEmpty(Mono.error(Problem::notFound));
    }
}
