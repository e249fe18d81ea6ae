package vn.ocopmarket.stripesimulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the simulator. */
@SpringBootApplication
public class StripeSimulatorApplication {

    public static void main(String[] args) {
        SpringApplication.run(StripeSimulatorApplication.class, args);
    }
}
