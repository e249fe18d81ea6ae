package vn.ocopmarket.catalog.imports;

import vn.ocopmarket.catalog.problem.Problem.FieldError;

/**
 * What is to be said about one field of one row.
 *
 * @param position among the issues of its row
 * @param rejected whether it kept the row out; else the row is in and this is worth a look
 */
public record ImportIssue(int row, int position, boolean rejected, FieldError error) {}
