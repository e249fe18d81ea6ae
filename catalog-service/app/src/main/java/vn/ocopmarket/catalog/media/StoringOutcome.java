package vn.ocopmarket.catalog.media;

import vn.ocopmarket.catalog.media.domain.PictureProblem;

/** What came of an upload. */
public sealed interface StoringOutcome {

    /** @param isNew false when the same bytes were there already */
    record Stored(Picture picture, boolean isNew) implements StoringOutcome {}

    record Refused(PictureProblem problem) implements StoringOutcome {}
}
