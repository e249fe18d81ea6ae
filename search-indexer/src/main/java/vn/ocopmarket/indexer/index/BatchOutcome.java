package vn.ocopmarket.indexer.index;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param overtaken ids to be read again
 * @param written ids that are in the index now
 */
record BatchOutcome(
        RefreshCounts counts, List<String> overtaken, List<String> written, List<WriteResult.Refused> refused) {}
