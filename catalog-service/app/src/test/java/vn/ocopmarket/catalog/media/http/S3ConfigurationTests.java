package vn.ocopmarket.catalog.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.ocopmarket.catalog.media.Originals;

class S3ConfigurationTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(S3Configuration.class)
            .withPropertyValues(
                    "ocop.media.s3.endpoint=http://127.0.0.1:9",
                    "ocop.media.s3.bucket=tep",
                    "ocop.media.s3.access-key=key",
                    "ocop.media.s3.secret-key=hidden");

    @Test
    void isUsedWhereItIsChosen() {
        context.withPropertyValues("ocop.media.originals=s3").run(made -> {
            assertThat(made).hasSingleBean(Originals.class);
            assertThat(made.getBean(S3Settings.class).toString()).doesNotContain("hidden");
        });
    }

    @Test
    void isNotThereOtherwise() {
        context.run(made -> assertThat(made).doesNotHaveBean(Originals.class));
        context.withPropertyValues("ocop.media.originals=gridfs")
                .run(made -> assertThat(made).doesNotHaveBean(Originals.class));
    }

    @Test
    void doesNotStartWithoutAKey() {
        context.withPropertyValues("ocop.media.originals=s3", "ocop.media.s3.secret-key=")
                .run(made -> assertThat(made.getStartupFailure())
                        .hasStackTraceContaining("S3_ACCESS_KEY and S3_SECRET_KEY are missing"));
    }
}
