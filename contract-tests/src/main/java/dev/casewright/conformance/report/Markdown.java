package dev.casewright.conformance.report;

import java.util.List;

/** Writes Markdown, with everything escaped. */
final class Markdown {

  private final StringBuilder text = new StringBuilder();

  void heading(int level, String title) {
    text.append("#".repeat(level)).append(' ').append(escaped(title)).append("\n\n");
  }

  void paragraph(String sentence) {
    text.append(escaped(sentence)).append("\n\n");
  }

  void table(List<String> columns, List<List<String>> rows) {
    row(columns);
    text.append("|---".repeat(columns.size())).append("|\n");
    rows.forEach(this::row);
    text.append('\n');
  }

  /** Text as it is; a line of tildes cannot come out of it. */
  void code(String lines) {
    text.append("~~~~~text\n")
        .append(Plain.text(lines).replace("~~~", "---"))
        .append("\n~~~~~\n\n");
  }

  /** A part that a reader has to open. */
  void folded(String title, Runnable content) {
    text.append("<details><summary>").append(Html.text(title)).append("</summary>\n\n");
    content.run();
    text.append("</details>\n\n");
  }

  void section(int level, Section section) {
    heading(level, section.title());
    section.text().forEach(this::paragraph);
    if (!section.columns().isEmpty()) {
      table(section.columns(), section.rows());
    }
  }

  private void row(List<String> cells) {
    cells.forEach(cell -> text.append("| ").append(escaped(cell)).append(' '));
    text.append("|\n");
  }

  private static String escaped(String sentence) {
    return Plain.text(sentence)
        .replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\`*_\\[\\]|#~])", "\\\\$1");
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }
}
