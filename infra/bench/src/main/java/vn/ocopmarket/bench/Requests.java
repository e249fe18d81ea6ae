package vn.ocopmarket.bench;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Whole HTTP requests as bytes, built once and sent many times. */
public final class Requests {

    private Requests() {}

    public static byte[] get(String path, String... headers) {
        return request("GET", path, "", headers);
    }

    public static byte[] post(String path, String json, String... headers) {
        return request("POST", path, json, headers);
    }

    public static byte[] put(String path, String json, String... headers) {
        return request("PUT", path, json, headers);
    }

    /** A text as a query parameter. */
    public static String parameter(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] request(String method, String path, String json, String... headers) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head =
                new StringBuilder(256).append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1\r\nAccept: application/json\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (!method.equals("GET")) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        var request = new ByteArrayOutputStream(head.length() + body.length + 2);
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
