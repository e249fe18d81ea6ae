package vn.ocopmarket.storefront.visit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A point on the earth in degrees of WGS 84, north and east. */
public record Coordinates(double latitude, double longitude) {

    private static final double MEAN_RADIUS_KM = 6371.0088;
    private static final int ABOUT_ONE_KILOMETRE = 2;

    /** From the islands of the south to the north, with the seas between. */
    private static final double SOUTH = 6;

    private static final double NORTH = 24;
    private static final double WEST = 102;
    private static final double EAST = 118;

    public Coordinates {
        if (!isLatitude(latitude) || !isLongitude(longitude)) {
            throw new IllegalArgumentException("No point on the earth");
        }
    }

    /** False also for what is no number. */
    public static boolean isLatitude(double degrees) {
        return Math.abs(degrees) <= 90;
    }

    /** False also for what is no number. */
    public static boolean isLongitude(double degrees) {
        return Math.abs(degrees) <= 180;
    }

    /** Roughly: enough to see that the two numbers were swapped. */
    public boolean liesAboutVietnam() {
        return latitude >= SOUTH && latitude <= NORTH && longitude >= WEST && longitude <= EAST;
    }

    /** Moved to the nearest hundredth of a degree, so that it tells a quarter of a town and no house. */
    public Coordinates blurred() {
        return new Coordinates(rounded(latitude), rounded(longitude));
    }

    private static double rounded(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(ABOUT_ONE_KILOMETRE, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** As the crow flies, by haversine; off by half a percent at most, because the earth is no sphere. */
    public double kilometresTo(Coordinates other) {
        var north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        var east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        var chord = north * north
                + east * east * Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude));
        return 2 * MEAN_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
    }
}
