package vn.ocopmarket.storefront;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends a browser on to a page after a form, so that loading it again sends nothing again. */
public final class SeeOther {

    private SeeOther() {}

    /**
     * @param template of the address with a placeholder for each value
     * @param values are encoded, so they may be what somebody sent
     */
    public static Rendering at(String template, Object... values) {
        var address = UriComponentsBuilder.fromUriString(template)
                .encode()
                .buildAndExpand(values)
                .toUriString();
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }
}
