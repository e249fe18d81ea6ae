package vn.ocopmarket.service;

import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The path of a request as endpoints are matched with it: {@code /%73taff} is {@code /staff}. */
public final class PlainPath {

    private PlainPath() {}

    public static String of(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication().elements().stream()
                .map(PlainPath::plain)
                .collect(Collectors.joining());
    }

    private static String plain(PathContainer.Element element) {
        return element instanceof PathSegment segment ? segment.valueToMatch() : element.value();
    }
}
