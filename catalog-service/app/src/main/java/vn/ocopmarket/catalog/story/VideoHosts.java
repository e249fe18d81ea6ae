package vn.ocopmarket.catalog.story;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where films may lie that a story links to: hosts that take down what is unlawful. Nothing of theirs is loaded by pages. */
final class VideoHosts {

    private static final int LONGEST = 500;

    private static final Set<String> KNOWN = Set.of(
            "youtube.com",
            "www.youtube.com",
            "m.youtube.com",
            "youtu.be",
            "vimeo.com",
            "www.vimeo.com",
            "player.vimeo.com",
            "tiktok.com",
            "www.tiktok.com",
            "vt.tiktok.com",
            "facebook.com",
            "www.facebook.com",
            "fb.watch");

    private VideoHosts() {}

    static boolean host(String url) {
        if (url.length() > LONGEST) {
            return false;
        }
        try {
            var address = URI.create(url);
            return "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getPort() == -1
                    && KNOWN.contains(address.getHost().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
