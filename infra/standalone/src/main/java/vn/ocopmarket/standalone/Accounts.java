package vn.ocopmarket.standalone;

import java.util.ArrayList;
import java.util.List;

/** The accounts of a market on one machine, with passwords of its own. */
final class Accounts {

    private static final String DOMAIN = "@mau.example";

    /** Follows from name and province: Công ty TNHH Chế biến dừa sáp Cầu Kè, with nine sample products. */
    private static final String SAMPLE_PRODUCER = "49qq1mcatj9n";

    private final Secrets secrets;
    private final boolean sampleData;

    Accounts(Secrets secrets, boolean sampleData) {
        this.secrets = secrets;
        this.sampleData = sampleData;
    }

    /** With which the services call each other. */
    Account service() {
        return new Account("SERVICE", "service" + DOMAIN, secrets.get("service.password"), "");
    }

    Account administrator() {
        return account("ADMINISTRATOR", "quan-tri", "");
    }

    /** People one can sign in as; without sample data only the administrator. */
    List<Account> people() {
        if (!sampleData) {
            return List.of(administrator());
        }
        return List.of(
                account("POS_STAFF", "nhan-vien", "showroom-ha-noi"),
                account("POS_MANAGER", "quan-ly", "showroom-ha-noi,showroom-vinh-long"),
                account("TRADE_OFFICER", "so-cong-thuong", "01,86"),
                account("OCOP_OFFICER", "can-bo-ocop", "86"),
                account("INSPECTOR", "thanh-tra", "86"),
                account("PRODUCER", "chu-the", SAMPLE_PRODUCER),
                administrator());
    }

    /** Everybody the storefront must know. */
    List<Account> all() {
        var all = new ArrayList<>(people());
        all.add(service());
        return all;
    }

    private Account account(String role, String name, String scope) {
        return new Account(role, name + DOMAIN, secrets.password(name + ".password"), scope);
    }
}
