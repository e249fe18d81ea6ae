package vn.ocopmarket.storefront;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the storefront API and its pages. */
@SpringBootApplication
public class StorefrontApplication {

    static {
        KeptConnections.endEachAnswerFirst();
    }

    public static void main(String[] args) {
        SpringApplication.run(StorefrontApplication.class, args);
    }
}
