package vn.ocopmarket.storefront.trace.web;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.contract.gs1.DigitalLinkReader;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Read;
import vn.ocopmarket.contract.trace.TraceRecord;
import vn.ocopmarket.storefront.pages.PagesSettings;
import vn.ocopmarket.storefront.pages.Problem;

/** QR codes to print, and sheets of labels. */
@RestController
class CodeController {

    private static final Pattern OWN = Pattern.compile("/t/([0-9a-z]{14})");
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final int MOST_LABELS = 480;
    private static final int LARGEST_MODULE = 40;
    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final TracePages pages;
    private final PagesSettings settings;
    private final Scheduler drawing = TraceSchedulers.create();

    CodeController(TracePages pages, PagesSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    /** @param link path of the trace page, such as {@code /01/…/10/…} or {@code /t/…} */
    @GetMapping("/trace/qr.svg")
    Mono<ResponseEntity<String>> svg(@RequestParam String link) {
        return Mono.fromCallable(() -> QrCode.of(address(link)).svg())
                .subscribeOn(drawing)
                .map(svg -> ResponseEntity.ok()
                        .contentType(SVG)
                        .cacheControl(FOR_A_DAY)
                        .body(svg));
    }

    /** @param module pixels of the smallest square */
    @GetMapping("/trace/qr.png")
    Mono<ResponseEntity<byte[]>> png(@RequestParam String link, @RequestParam(defaultValue = "8") int module) {
        return Mono.fromCallable(() -> QrCode.of(address(link)).png(Math.clamp(module, 1, LARGEST_MODULE)))
                .subscribeOn(drawing)
                .map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(FOR_A_DAY)
                        .body(png));
    }

    @GetMapping("/staff/labels.pdf")
    Mono<ResponseEntity<byte[]>> labels(@RequestParam String link, @RequestParam(defaultValue = "24") int copies) {
        return trace(link)
                .flatMap(trace -> Mono.fromCallable(
                                () -> LabelSheet.of(Label.of(trace, address(link)), Math.clamp(copies, 1, MOST_LABELS)))
                        .subscribeOn(drawing))
                .map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header("Content-Disposition", "inline; filename=\"labels.pdf\"")
                        .body(pdf));
    }

    private Mono<TraceRecord> trace(String link) {
        var own = OWN.matcher(link);
        if (own.matches()) {
            return pages.ofLot(own.group(1));
        }
        return DigitalLinkReader.read(link, null) instanceof Read(var read, var _)
                ? pages.behind(read)
                : Mono.error(Problem.of("invalid-request", 400));
    }

    /** The whole address, so that every camera knows what to do with it. */
    private String address(String link) {
        if (OWN.matcher(link).matches()) {
            return settings.baseUrl() + link;
        }
        if (DigitalLinkReader.read(link, null) instanceof Read(var read, var _)) {
            return settings.baseUrl() + read.path();
        }
        throw Problem.of("invalid-request", 400);
    }
}
