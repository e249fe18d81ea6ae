package vn.ocopmarket.catalog.imports;

import vn.ocopmarket.catalog.problem.Problem.FieldError;

/** A file that cannot be read to its end. */
public final class UnreadableFileException extends RuntimeException {

    private final transient FieldError error;

    public UnreadableFileException(FieldError error) {
        super(error.code());
        this.error = error;
    }

    public FieldError error() {
        return error;
    }
}
