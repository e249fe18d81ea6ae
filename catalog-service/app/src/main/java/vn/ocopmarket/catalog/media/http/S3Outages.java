package vn.ocopmarket.catalog.media.http;

import vn.ocopmarket.catalog.problem.Outages;

/** The storage is away or overloaded. */
final class S3Outages implements Outages {

    @Override
    public boolean isOutage(Throwable failure) {
        return S3Originals.mayPass(failure);
    }
}
