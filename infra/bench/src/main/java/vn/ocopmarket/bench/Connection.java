package vn.ocopmarket.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive HTTP/1.1 connection for one thread, as cheap as can be so that the load generator does not eat the machine it
 * measures.
 */
public final class Connection implements AutoCloseable {

    private static final int READ_TIMEOUT_MILLIS = (int) Duration.ofSeconds(30).toMillis();
    private static final int BUFFER = 32 << 10;

    private final String host;
    private final int port;
    private @Nullable Socket socket;
    private InputStream input = InputStream.nullInputStream();

    public Connection(String uri) {
        var address = URI.create(uri);
        this.host = address.getHost();
        this.port = address.getPort();
    }

    /** What came back. */
    public record Answer(int status, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Sends a whole request; connects again once when the server closed a connection that was idle. */
    public Answer send(byte[] request) throws IOException {
        if (socket != null) {
            try {
                return exchange(request);
            } catch (EOFException _) {
                close();
            }
        }
        return exchange(request);
    }

    private Answer exchange(byte[] request) throws IOException {
        try {
            var open = open();
            open.getOutputStream().write(request);
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket(host, port);
            open.setTcpNoDelay(true);
            open.setSoTimeout(READ_TIMEOUT_MILLIS);
            input = new BufferedInputStream(open.getInputStream(), BUFFER);
            socket = open;
        }
        return open;
    }

    private Answer read() throws IOException {
        var statusLine = line();
        var status = Integer.parseInt(statusLine.substring(9, 12));
        var length = 0;
        var chunked = false;
        var closing = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> closing = value.equalsIgnoreCase("close");
                default -> {
                    // Nothing else matters to a load generator.
                }
            }
        }
        var body = chunked ? chunks() : input.readNBytes(length);
        if (closing) {
            close();
        }
        return new Answer(status, body);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream(BUFFER);
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(input.readNBytes(size));
            skipLine();
        }
        skipLine();
        return body.toByteArray();
    }

    private void skipLine() throws IOException {
        var unused = line();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("closed by the server");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // It is of no use any more, closed or not.
            }
        }
    }
}
