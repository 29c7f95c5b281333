package dev.casewright.conformance.report;

import java.util.List;

/** The parts of the page that are sentences and tables. */
final class HtmlSections {

  private HtmlSections() {}

  static void qualification(RunReport report, StringBuilder html) {
    html.append("<section class=\"qualification\" id=\"qualification\">\n<h2>")
        .append(Html.text(Qualification.TITLE))
        .append("</h2>\n<p>")
        .append(Html.text(Qualification.PURPOSE))
        .append("</p>\n");
    Qualification.sections(report).forEach(each -> part("h3", each, html));
    html.append("</section>\n");
  }

  static void section(Section section, StringBuilder html) {
    html.append("<section id=\"").append(Html.text(section.id())).append("\">\n");
    part("h2", section, html);
    html.append("</section>\n");
  }

  private static void part(String heading, Section section, StringBuilder html) {
    html.append("<").append(heading).append(">");
    html.append(Html.text(section.title())).append("</").append(heading).append(">\n");
    section.text().forEach(each -> html.append("<p>").append(Html.text(each)).append("</p>\n"));
    if (!section.columns().isEmpty()) {
      html.append("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"")
          .append(Html.text(section.title()))
          .append("\"><table class=\"")
          .append(Html.text(section.id()))
          .append("\">\n<thead>");
      row("th", section.columns(), html);
      html.append("</thead>\n<tbody>\n");
      section.rows().forEach(each -> row("td", each, html));
      html.append("</tbody>\n</table></div>\n");
    }
  }

  private static void row(String cell, List<String> texts, StringBuilder html) {
    html.append("<tr>");
    texts.forEach(
        each ->
            html.append("<")
                .append(cell)
                .append(cell.equals("th") ? " scope=\"col\">" : ">")
                .append(Html.text(each))
                .append("</")
                .append(cell)
                .append(">"));
    html.append("</tr>\n");
  }
}
