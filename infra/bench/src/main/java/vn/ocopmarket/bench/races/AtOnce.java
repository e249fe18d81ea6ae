package vn.ocopmarket.bench.races;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.ocopmarket.bench.races.Shop.Answer;
import vn.ocopmarket.bench.races.Shop.Ask;

/** Many who ask at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** Their answers, in the order of the questions. */
    static List<Answer> ask(Shop shop, List<Ask> asks) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<Answer>>();
            for (var ask : asks) {
                waiting.add(threads.submit(() -> {
                    start.await();
                    return shop.untilAnswered(ask);
                }));
            }
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var answer : waiting) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** How often each status came. */
    static TreeMap<Integer, Integer> count(List<Answer> answers) {
        var counted = new TreeMap<Integer, Integer>();
        answers.forEach(answer -> counted.merge(answer.status(), 1, Integer::sum));
        return counted;
    }
}
