package vn.ocopmarket.storefront.trace.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ocopmarket.storefront.pages.PagesSettings;

/** Says which Digital Links are resolved here. */
@RestController
class ResolverController {

    private final PagesSettings settings;

    ResolverController(PagesSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/.well-known/gs1resolver")
    Map<String, Object> description() {
        return Map.of(
                "name",
                "OCOP Market",
                "resolverRoot",
                settings.baseUrl(),
                "supportedPrimaryKeys",
                List.of("01"),
                "supportedContextValuesEnumerated",
                List.of("vi", "en"),
                "linkTypeDefaultCanBeLinkset",
                false);
    }
}
