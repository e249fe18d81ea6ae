package vn.ocopmarket.storefront.fulfillment.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.order.Order;
import vn.ocopmarket.storefront.pages.PagesSettings;
import vn.ocopmarket.storefront.pages.Problem;

/** Sets packing slips and receipts as PDF, with a font of its own that writes Vietnamese. */
@Component
class Papers {

    private static final String FONT = "/vn/ocopmarket/storefront/trace/web/DejaVuSansCondensed.ttf";
    private static final String FAMILY = "Paper";
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    /** What XML does not know: one such sign in a name would stop all slips that are printed with it. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ITemplateEngine templates;
    private final PaperWords words;
    private final String shop;
    private final String look = look();
    private final Scheduler settingSlips;
    private final Scheduler settingReceipts;

    @Autowired
    Papers(ITemplateEngine templates, MessageSource messages, PagesSettings pages) {
        this(templates, messages, pages, PaperSchedulers.ofSlips(), PaperSchedulers.ofReceipts());
    }

    Papers(
            ITemplateEngine templates,
            MessageSource messages,
            PagesSettings pages,
            Scheduler slips,
            Scheduler receipts) {
        this.templates = templates;
        this.words = new PaperWords(messages);
        this.shop = pages.baseUrl();
        this.settingSlips = slips;
        this.settingReceipts = receipts;
        XRLog.setLoggingEnabled(false);
    }

    /** An order on a slip, with its number for scanners. */
    record Slip(OrderSheet sheet, String barcode) {}

    /** One page or more for each; an error when too much is printed at once. */
    Mono<byte[]> slips(List<OrderSheet> sheets) {
        return set(settingSlips, () -> {
            var slips = new ArrayList<Slip>();
            for (var sheet : sheets) {
                slips.add(new Slip(sheet, Barcode.of(sheet.order().number())));
            }
            return page("orderdesk/slips", Map.of("slips", slips));
        });
    }

    Mono<byte[]> receipt(Order order) {
        return set(settingReceipts, () -> page("orderdesk/receipt", Map.of("order", order, "shop", shop)));
    }

    private interface Setting {

        byte[] set() throws IOException;
    }

    private static Mono<byte[]> set(Scheduler setting, Setting paper) {
        return Mono.fromCallable(paper::set)
                .subscribeOn(setting)
                .timeout(AT_MOST)
                .onErrorMap(
                        Papers::isTooMuch, _ -> Problem.of("unavailable", 503).header("Retry-After", "30"));
    }

    private static boolean isTooMuch(Throwable failure) {
        return failure instanceof RejectedExecutionException || failure instanceof TimeoutException;
    }

    private byte[] page(String template, Map<String, Object> content) throws IOException {
        var context = new Context(Locale.of("vi"), content);
        context.setVariable("words", words);
        context.setVariable("look", look);
        var bytes = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .useFont(Papers::font, FAMILY)
                .withHtmlContent(
                        FORBIDDEN.matcher(templates.process(template, context)).replaceAll(""), null)
                .toStream(bytes)
                .run();
        return bytes.toByteArray();
    }

    private static InputStream font() {
        return resource(FONT);
    }

    private static String look() {
        try (var file = resource("paper.css")) {
            return "<style>" + new String(file.readAllBytes(), StandardCharsets.UTF_8) + "</style>";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Papers.class.getResourceAsStream(name), name);
    }
}
