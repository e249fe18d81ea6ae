package vn.ocopmarket.catalog.imports;

import java.util.List;

/** Rows of an open file, in order; blocking, so used on the imports' own threads only. */
public interface RowSource extends AutoCloseable {

    /** The next rows, at most so many; empty at the end. */
    List<RawRow> next(int most);

    @Override
    void close();
}
