package vn.ocopmarket.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That what a machine can find is found. */
@ExtendWith(Browser.class)
class AxeIT {

    @Test
    void namesTheRuleThatIsBrokenAndWhere(Browser.Windows windows) {
        var page = windows.open("http://127.0.0.1:9", true, 390);
        page.setContent("<html lang=vi><title>Mật ong</title><main><img src='data:,'></main></html>");
        assertThat(Axe.violations(page)).singleElement().asString().startsWith("image-alt: <img");

        page.setContent("<html lang=vi><title>Mật ong</title><main><img src='data:,' alt='Mật ong'></main></html>");
        assertThat(Axe.violations(page)).isEmpty();
        page.context().close();
    }
}
