package vn.ocopmarket.catalog.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** Opens files of the formats we take. Blocking, so used on the imports' own threads only. */
public interface RowSources {

    /** What makes the file as a whole unusable: not that format, too large inside, columns missing; empty when nothing. */
    List<FieldError> check(Path file, FileFormat format);

    /** @throws UnreadableFileException when the file is not what it says */
    RowSource open(Path file, FileFormat format);

    /** An empty list with the columns and what to put into them. */
    byte[] template(Locale language);
}
