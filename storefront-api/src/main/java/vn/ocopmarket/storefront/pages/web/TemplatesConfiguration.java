package vn.ocopmarket.storefront.pages.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.templateresolver.ITemplateResolver;
import reactor.core.scheduler.Scheduler;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** Thymeleaf for WebFlux: own threads, ready before the first request, whole pages instead of chunks. */
@Configuration(proxyBeanMethods = false)
class TemplatesConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler templates(PagesSettings settings) {
        return TemplateSchedulers.templates(settings.rendering());
    }

    @Bean
    OffloadingTemplateEngine templateEngine(
            Scheduler templates,
            Layouts layouts,
            MessageSource messages,
            List<ITemplateResolver> resolvers,
            List<IDialect> dialects) {
        var engine = new OffloadingTemplateEngine(templates, layouts);
        engine.setTemplateEngineMessageSource(messages);
        engine.setEnableSpringELCompiler(true);
        resolvers.forEach(engine::addTemplateResolver);
        dialects.forEach(engine::addDialect);
        // Initialises the engine here, not under the first reader.
        var _ = engine.getConfiguration();
        return engine;
    }
}
