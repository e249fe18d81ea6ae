package vn.ocopmarket.storefront.trace.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocopmarket.contract.gs1.DigitalLink;
import vn.ocopmarket.contract.gs1.DigitalLinkReader;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Read;
import vn.ocopmarket.contract.gs1.DigitalLinkReading.Refused;
import vn.ocopmarket.contract.trace.TraceRecord;
import vn.ocopmarket.storefront.pages.Problem;
import vn.ocopmarket.storefront.trace.web.TraceView.Asked;

/** Resolves GS1 Digital Links and our own short paths: a page for people, links and data for machines. */
@Controller
class DigitalLinkController {

    private static final MediaType LINKSET = MediaType.parseMediaType("application/linkset+json");

    private final TracePages pages;
    private final MessageSource messages;

    DigitalLinkController(TracePages pages, MessageSource messages) {
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping({"/01/{*rest}", "/gtin/{*rest}"})
    Mono<Rendering> page(@PathVariable String rest, ServerWebExchange exchange, Locale locale) {
        var read = reading(exchange, locale);
        return read.canonical()
                ? pages.show(pages.behind(read.link()), asked(read.link()))
                : Mono.just(moved(read.link(), exchange));
    }

    @GetMapping(
            path = {"/01/{*rest}", "/gtin/{*rest}"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<TraceRecord>> data(@PathVariable String rest, ServerWebExchange exchange, Locale locale) {
        var link = reading(exchange, locale).link();
        return pages.behind(link)
                .map(trace -> ResponseEntity.ok()
                        .header(
                                HttpHeaders.LINK,
                                pages.linkset(trace, link.path()).header())
                        .body(trace));
    }

    @GetMapping(
            path = {"/01/{*rest}", "/gtin/{*rest}"},
            produces = "application/linkset+json")
    Mono<ResponseEntity<Object>> linkset(@PathVariable String rest, ServerWebExchange exchange, Locale locale) {
        return linked("linkset", exchange, locale);
    }

    /** One kind of link is a redirect to it, all of them are a linkset. */
    @GetMapping(
            path = {"/01/{*rest}", "/gtin/{*rest}"},
            params = "linkType")
    Mono<ResponseEntity<Object>> linked(@RequestParam String linkType, ServerWebExchange exchange, Locale locale) {
        var link = reading(exchange, locale).link();
        return pages.behind(link)
                .map(trace -> pages.linkset(trace, link.path()))
                .map(links -> List.of("linkset", "all").contains(linkType)
                        ? ResponseEntity.ok()
                                .contentType(LINKSET)
                                .header(HttpHeaders.LINK, links.header())
                                .body(links.json())
                        : ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                                .header(HttpHeaders.LINK, links.header())
                                .location(URI.create(target(links, linkType)))
                                .build());
    }

    @GetMapping("/t/{lot:[0-9a-z]{14}}")
    Mono<Rendering> lot(@PathVariable String lot) {
        return pages.show(pages.ofLot(lot), new Asked("/t/" + lot, null, null));
    }

    private Read reading(ServerWebExchange exchange, Locale locale) {
        var address = exchange.getRequest().getURI();
        return switch (DigitalLinkReader.read(address.getRawPath(), address.getRawQuery())) {
            case Read read -> read;
            case Refused(var reason, var part) ->
                throw Problem.of("digital-link", 400, words(reason.name(), locale))
                        .with("reason", reason.name())
                        .with("part", part);
        };
    }

    private String words(String reason, Locale locale) {
        return String.valueOf(messages.getMessage("digital-link." + reason, null, reason, locale));
    }

    private static String target(Linkset links, String linkType) {
        return linkType.equals("gs1:defaultLink") || linkType.equals(LinkType.DEFAULT)
                ? links.anchor()
                : LinkType.of(linkType)
                        .flatMap(links::first)
                        .orElseThrow(() -> Problem.of("no-such-link", 404, linkType));
    }

    private static Asked asked(DigitalLink link) {
        return new Asked(
                link.path(),
                link.qualifiers().get(DigitalLink.LOT),
                link.qualifiers().get(DigitalLink.SERIAL));
    }

    /** Shorter GTINs and words for numbers are understood, but have one proper address. */
    private static Rendering moved(DigitalLink link, ServerWebExchange exchange) {
        var query = exchange.getRequest().getURI().getRawQuery();
        return Rendering.redirectTo(query == null ? link.path() : link.path() + "?" + query)
                .status(HttpStatus.MOVED_PERMANENTLY)
                .contextRelative(false)
                .build();
    }
}
