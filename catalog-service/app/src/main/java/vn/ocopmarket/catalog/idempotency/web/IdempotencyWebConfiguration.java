package vn.ocopmarket.catalog.idempotency.web;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import vn.ocopmarket.service.idempotency.AnsweredRequests;
import vn.ocopmarket.service.idempotency.IdempotencyKeys;
import vn.ocopmarket.service.idempotency.KeptBodies;

@Configuration(proxyBeanMethods = false)
class IdempotencyWebConfiguration {

    @Bean
    @Order(0)
    WebFilter idempotencyFilter(
            AnsweredRequests requests, ServerCodecConfigurer codecs, List<WebExceptionHandler> refusals, Clock clock) {
        var bodies = KeptBodies.inFiles(CatalogKeys.LARGEST_BODY, BodySchedulers.create());
        return IdempotencyKeys.filter(new CatalogKeys(), bodies, requests, codecs, refusals, clock);
    }
}
