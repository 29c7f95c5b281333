package dev.casewright.conformance.report;

import java.util.List;

/**
 * A further part of a report, such as what a run has left behind or what it saw that the contract
 * does not know. Everything in it is masked already.
 *
 * @param id a short name for machines, such as {@code drift}
 * @param title its heading
 * @param text its sentences
 * @param columns the heads of the columns of its table; empty without a table
 * @param rows the rows, each with a text per column
 */
public record Section(
    String id, String title, List<String> text, List<String> columns, List<List<String>> rows) {

  /** Keeps copies of the lists. */
  public Section {
    text = List.copyOf(text);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
