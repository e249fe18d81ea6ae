package vn.ocopmarket.catalog.epcis;

/**
 * What is wrong with a document or one of its events.
 *
 * @param pointer JSON pointer (RFC 6901) into what was sent
 * @param code names the message bundle entry {@code epcis.<code>}
 * @param detail for its placeholder
 */
public record EventProblem(String pointer, String code, String detail) {}
