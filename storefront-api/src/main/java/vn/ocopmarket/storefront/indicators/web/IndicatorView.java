package vn.ocopmarket.storefront.indicators.web;

import java.util.List;
import java.util.Locale;
import vn.ocopmarket.contract.indicators.IndicatorReport;
import vn.ocopmarket.contract.indicators.IndicatorReport.Part;
import vn.ocopmarket.contract.indicators.IndicatorReport.Target;

/**
 * The figures as a page shows them.
 *
 * @param running targets of plans that run on the day
 * @param past targets of plans that have ended
 */
record IndicatorView(
        IndicatorReport report,
        Chart yearChart,
        Chart groupChart,
        Chart provinceChart,
        Chart communeChart,
        List<Target> running,
        List<Target> past,
        boolean english) {

    static IndicatorView of(IndicatorReport report, Locale locale) {
        var english = locale.getLanguage().equals("en");
        return new IndicatorView(
                report,
                Chart.of(report.years().stream()
                        .map(year -> new Chart.Value(String.valueOf(year.year()), year.first()))
                        .toList()),
                Chart.of(report.groups().stream()
                        .map(part -> new Chart.Value(name(part, english), part.stars()))
                        .toList()),
                Chart.of(report.provinces().stream()
                        .map(part -> new Chart.Value(part.name(), part.stars()))
                        .toList()),
                Chart.of(report.communes().stream()
                        .map(part -> new Chart.Value(part.name() + ", " + part.within(), part.stars()))
                        .toList()),
                report.targets().stream()
                        .filter(target -> target.runsOn(report.day()))
                        .toList(),
                report.targets().stream()
                        .filter(target -> !target.runsOn(report.day()))
                        .toList(),
                english);
    }

    /** Of a group, in the reader's language. */
    public String name(Part part) {
        return name(part, english);
    }

    /** Whole percent, rounded down, so that a share that is just missed does not look reached; 0 of nothing. */
    public long percent(long count, long whole) {
        return whole == 0 ? 0 : count * 100 / whole;
    }

    private static String name(Part part, boolean english) {
        var inEnglish = part.nameEn();
        return english && inEnglish != null ? inEnglish : part.name();
    }
}
