package vn.ocopmarket.catalog.links.http;

import java.net.InetAddress;
import java.net.URI;

/** Says where a link may lead. */
interface AddressGuard {

    /** By what the address says. */
    boolean mayAsk(URI address);

    /** By what its name resolved to, asked for the very connection that is then made. */
    boolean mayConnect(InetAddress address);
}
