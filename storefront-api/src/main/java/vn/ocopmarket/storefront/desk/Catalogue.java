package vn.ocopmarket.storefront.desk;

import reactor.core.publisher.Mono;

/** catalog-service, asked on behalf of a member of staff: it decides by its own table what that person may do. */
public interface Catalogue {

    /**
     * Never empty; an error when it does not answer in time or fails. A cancelled write may or may not have been carried
     * out.
     *
     * @param answer what the JSON of the answer is read as; an array of bytes is handed on as it is
     */
    <T> Mono<Reply<T>> ask(Asker asker, Question question, Class<T> answer);
}
