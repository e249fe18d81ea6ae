package vn.ocopmarket.storefront.pages;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How pages are served.
 *
 * @param baseUrl under which the public reaches the market, for links that leave it (mails, QR codes, structured data)
 * @param formTargets foreign origins to which a form may lead in the end: payment pages
 * @param rendering how many pages may be rendered at once
 */
@ConfigurationProperties("ocop.pages")
public record PagesSettings(String baseUrl, List<String> formTargets, int rendering) {

    public PagesSettings {
        formTargets = List.copyOf(formTargets);
    }
}
