package vn.ocopmarket.testing;

/** The packages of drivers that one kind of adapter keeps to itself. */
final class Drivers {

    static final String[] MONGO = {"com.mongodb..", "org.bson..", "org.springframework.data.mongodb.."};
    static final String[] WEB = {
        "org.springframework.http..", "org.springframework.web.reactive..", "org.springframework.web.bind.."
    };
    static final String[] ELASTIC = {"co.elastic.."};
    static final String[] STRIPE = {"com.stripe.."};

    private Drivers() {}
}
