package vn.ocopmarket.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ocopmarket.standalone.RunningMarket;
import vn.ocopmarket.testing.Eventually;

/** From the invitation to signing in with a second factor, on pages that are for everybody, with scripts and without. */
@ExtendWith({Browser.class, SharedMarket.class})
class SigningInIT {

    private static final Pattern LINK = Pattern.compile("/password/[a-z0-9]+");
    private static final String PASSWORD = "một câu dễ nhớ";
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leadsFromTheInvitationToTheSecondFactor(boolean scripts, RunningMarket market, Browser.Windows windows) {
        var email = UUID.randomUUID() + "@mau.example";
        invite(email, market, windows.open(market.storefront(), scripts, 390), scripts);
        var page = windows.open(market.storefront(), scripts, 390);
        page.navigate("/password/forgotten");
        look(page, scripts);

        page.navigate(linkIn(market, email));
        look(page, scripts);
        page.locator("#password").fill(PASSWORD);
        submit(page, "form.box");
        signIn(page, email);
        assertThat(page).hasURL(Pattern.compile(".*/staff/fairs"));

        var recoveryCode = setUp(page, scripts);
        page.navigate("/staff");
        submit(page, "form[action='/sign-out']");
        page.navigate("/sign-in");
        look(page, scripts);
        signIn(page, email);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in/code.*"));
        look(page, scripts);
        page.locator("#code").fill("000000");
        submit(page, "form.box >> nth=0");
        assertThat(page.locator("[role=alert]")).isVisible();
        page.locator("details summary").click();
        page.locator("#recovery").fill(recoveryCode);
        submit(page, "details form");
        assertThat(page).hasURL(Pattern.compile(".*/staff/fairs"));
        page.context().close();
    }

    private static void invite(String email, RunningMarket market, Page page, boolean scripts) {
        CounterIT.signIn(page, market, "ADMINISTRATOR");
        page.navigate("/staff/invitations");
        look(page, scripts);
        page.locator("#email").fill(email);
        page.locator("#role").selectOption("TRADE_OFFICER");
        page.locator("#scope").fill("86");
        submit(page, "form.box");
        assertThat(page.locator("[role=status]").last()).containsText(email);
        page.context().close();
    }

    /** Gives one of the recovery codes. */
    private static String setUp(Page page, boolean scripts) {
        page.navigate("/staff/second-factor");
        look(page, scripts);
        page.locator("#password-set").fill(PASSWORD);
        submit(page, "form[action$='/setup']");
        look(page, scripts);
        page.locator("#code").fill(code(page.locator(".shared-secret__text").innerText()));
        submit(page, "form[action$='/confirmation']");
        look(page, scripts);
        var codes = page.locator(".recovery-codes code").allInnerTexts();
        assertThat(codes).hasSize(10);
        page.locator("main a.button").click();
        assertThat(page).hasURL(Pattern.compile(".*/staff/second-factor"));
        look(page, scripts);
        return codes.getFirst();
    }

    private static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        submit(page, "form.box");
    }

    private static void submit(Page page, String form) {
        page.locator(form).locator("button[type=submit]").click();
        page.waitForLoadState();
    }

    /** Nothing that a machine can find, on a phone and on a desk, and nothing wider than a phone. */
    private static void look(Page page, boolean scripts) {
        for (var width : scripts ? List.of(1280, 390) : List.<Integer>of()) {
            page.setViewportSize(width, 900);
            assertThat(Axe.violations(page))
                    .as("%s at %d px", page.url(), width)
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d px", page.url(), width)
                    .isEqualTo(width);
        }
    }

    private static String linkIn(RunningMarket market, String email) {
        var found = new StringBuilder();
        Eventually.eventually(() -> {
            for (var letter : new Http(market.mail()).get("/messages.json").json()) {
                var link = LINK.matcher(letter.toString());
                if (letter.toString().contains(email) && link.find()) {
                    found.append(link.group());
                }
            }
            assertThat(found).isNotEmpty();
        });
        return found.toString();
    }

    /** As an authenticator app makes it (RFC 6238). */
    private static String code(String secret) {
        var bits = new StringBuilder();
        secret.replace(" ", "")
                .chars()
                .forEach(letter -> bits.append(
                        Integer.toBinaryString(32 + BASE_32.indexOf(letter)).substring(1)));
        var key = new byte[bits.length() / 8];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var step = Instant.now().getEpochSecond() / 30;
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
