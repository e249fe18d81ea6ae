package vn.ocopmarket.catalog.media.domain;

import java.util.Optional;
import java.util.stream.IntStream;

/** How large a picture may be, and how much of it is looked at, so that no file takes the memory of everybody. */
public final class PictureLimits {

    /** Bytes of an upload. */
    public static final long LARGEST_FILE = 20L << 20;

    private static final int LONGEST_SIDE = 12_000;
    private static final long MOST_PIXELS = 50_000_000;

    /** This format is read whole before it is made smaller. */
    private static final long MOST_WEBP_PIXELS = 12_000_000;

    private static final long DECODED_PIXELS = 8_000_000;
    private static final int[] WIDTHS = {160, 320, 640, 1280};

    private PictureLimits() {}

    /** Why a picture of that size is not read; empty when it is. */
    public static Optional<PictureProblem> problem(FileSignature format, long width, long height) {
        if (width < 1 || height < 1) {
            return Optional.of(PictureProblem.DAMAGED);
        }
        var most = format == FileSignature.WEBP ? MOST_WEBP_PIXELS : MOST_PIXELS;
        return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > most
                ? Optional.of(PictureProblem.TOO_MANY_PIXELS)
                : Optional.empty();
    }

    /** Every how many-th pixel and row is read, at least 1. */
    public static int step(long width, long height) {
        return (int) Math.max(1, Math.ceil(Math.sqrt((double) width * height / DECODED_PIXELS)));
    }

    /** Widths to make of a picture so wide: never larger than it is, and always one. */
    public static IntStream widths(int width) {
        return IntStream.concat(
                        IntStream.of(WIDTHS).filter(one -> one < width),
                        IntStream.of(Math.min(width, WIDTHS[WIDTHS.length - 1])))
                .distinct();
    }
}
