package vn.ocopmarket.service.idempotency;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import vn.ocopmarket.service.idempotency.KeptBodies.Kept;

/** A request with the id that follows from its key, and its body. */
record KeyedRequest(String id, Kept body, ServerWebExchange exchange, WebFilterChain chain) {}
