package vn.ocopmarket.storefront.stockcount.web;

import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.stockcount.CountOutcome.AlreadyCounting;
import vn.ocopmarket.storefront.stockcount.CountOutcome.CountRefused;
import vn.ocopmarket.storefront.stockcount.CountOutcome.LooksMissing;
import vn.ocopmarket.storefront.stockcount.CountOutcome.NothingCounted;
import vn.ocopmarket.storefront.stockcount.CountOutcome.UnknownCount;
import vn.ocopmarket.storefront.stockcount.CountOutcome.WrongState;
import vn.ocopmarket.storefront.stockcount.domain.CountLine;

/** Why a step of a count was not done, in words. */
final class CountProblems {

    private CountProblems() {}

    static Problem of(CountRefused refused) {
        return switch (refused) {
            case UnknownCount _ -> Problem.of("not-found", 404);
            case AlreadyCounting(var other) -> Problem.of("count-open", 409).with("id", other.id());
            case WrongState(var count) ->
                Problem.of("count-state", 409)
                        .with("state", count.state().name())
                        .with("allowed", count.state().allowed());
            case LooksMissing(var lines) ->
                Problem.of("count-again", 409)
                        .with("lines", lines.stream().map(CountLine::key).toList());
            case NothingCounted _ -> Problem.of("count-again", 409);
        };
    }
}
