package vn.ocopmarket.catalog.certificate;

import vn.ocopmarket.contract.product.CertificateState;

/** The lists that officers work through; what ends soon is in all lists whose time it is within. */
public enum DueList {
    ALL,
    DUE_180,
    DUE_120,
    DUE_90,
    DUE_30,
    LATE,
    EXTENDED,
    EXPIRED,
    SUSPENDED,
    WITHDRAWN,
    NONE,
    /** Those that show stars. */
    HOLDING;

    boolean has(Standing standing) {
        return switch (this) {
            case ALL -> true;
            case DUE_180 -> endsWithin(standing, 180);
            case DUE_120 -> endsWithin(standing, 120);
            case DUE_90 -> endsWithin(standing, 90);
            case DUE_30 -> endsWithin(standing, 30);
            case LATE -> standing.state() == CertificateState.LATE_FOR_RENEWAL;
            case EXTENDED -> standing.state() == CertificateState.EXTENDED;
            case EXPIRED -> standing.state() == CertificateState.EXPIRED;
            case SUSPENDED -> standing.state() == CertificateState.SUSPENDED;
            case WITHDRAWN -> standing.state() == CertificateState.WITHDRAWN;
            case NONE -> standing.certificate() == null;
            case HOLDING -> standing.showsStars();
        };
    }

    private static boolean endsWithin(Standing standing, int days) {
        return standing.showsStars() && standing.daysLeft() <= days;
    }
}
