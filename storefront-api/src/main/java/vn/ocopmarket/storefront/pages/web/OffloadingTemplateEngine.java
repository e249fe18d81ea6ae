package vn.ocopmarket.storefront.pages.web;

import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.thymeleaf.context.AbstractContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * Renders away from the event loop, because parsing a template reads files, and gives each template the layout's data. Pages
 * are written into plain memory: of one that fails, or whose reader left meanwhile, nobody gives back what it was written into.
 */
final class OffloadingTemplateEngine extends SpringWebFluxTemplateEngine {

    private static final DataBufferFactory PLAIN = DefaultDataBufferFactory.sharedInstance;

    private final Scheduler templates;
    private final Layouts layouts;

    OffloadingTemplateEngine(Scheduler templates, Layouts layouts) {
        this.templates = templates;
        this.layouts = layouts;
    }

    @Override
    public Publisher<DataBuffer> processStream(
            String template,
            @Nullable Set<String> markupSelectors,
            IContext context,
            DataBufferFactory buffers,
            MediaType mediaType,
            Charset charset,
            int chunkSize) {
        return Flux.defer(() -> {
                    addLayout(context);
                    return super.processStream(
                            template, markupSelectors, context, PLAIN, mediaType, charset, chunkSize);
                })
                .subscribeOn(templates);
    }

    private void addLayout(IContext context) {
        if (context instanceof IWebContext web && context instanceof AbstractContext variables) {
            variables.setVariable("format", new Format(context.getLocale()));
            variables.setVariable("assets", layouts.assets());
            variables.setVariable("layout", layouts.of(web.getExchange().getRequest(), context.getLocale()));
        }
    }
}
