package dev.casewright.conformance.report;

import dev.casewright.conformance.result.CheckOutcome;
import dev.casewright.conformance.result.CheckResult;
import dev.casewright.conformance.result.MaskedExchange;
import dev.casewright.conformance.result.RequirementResult;
import dev.casewright.conformance.result.Verdict;
import dev.casewright.openapi.Api;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** One page for people, which takes nothing from outside. */
final class HtmlPage implements ReportWriter {

  private final String style = resource("page.css");
  private final String script = resource("page.js");

  @Override
  public String fileName() {
    return "casewright-conformance.html";
  }

  @Override
  public String write(RunReport report) {
    StringBuilder html = new StringBuilder();
    head(report, html);
    summary(report, html);
    filter(report, html);
    for (Api api : report.facts().apis()) {
      requirements(Names.of(api), report.of(api), html);
    }
    report.sections().forEach(section -> HtmlSections.section(section, html));
    HtmlSections.qualification(report, html);
    html.append("</main>\n<script>").append(script).append("</script>\n</body>\n</html>\n");
    return html.toString();
  }

  /** Nothing may be loaded or run but the style and the script of the page itself. */
  private void head(RunReport report, StringBuilder html) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'sha256-")
        .append(hash(style))
        .append("'; script-src 'sha256-")
        .append(hash(script))
        .append("'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .append("<link rel=\"icon\" href=\"data:,\">\n<title>")
        .append(Html.text(Headline.of(report)))
        .append(" - Casewright conformance</title>\n<style>")
        .append(style)
        .append("</style>\n</head>\n<body>\n<main>\n");
  }

  private static void summary(RunReport report, StringBuilder html) {
    html.append("<header>\n<p class=\"kicker\">Casewright conformance report</p>\n<h1>")
        .append(Html.text(Headline.of(report)))
        .append("</h1>\n<p class=\"facts\">")
        .append(
            Html.text(
                Names.of(report.facts().apis())
                    + " on "
                    + report.facts().target()
                    + ". "
                    + report.result().requests()
                    + " requests, "
                    + Texts.time(report.result().start())
                    + " to "
                    + Texts.time(report.result().end())
                    + "."))
        .append("</p>\n");
    report
        .result()
        .incomplete()
        .ifPresent(
            reason ->
                html.append("<p class=\"incomplete\"><strong>Incomplete.</strong> ")
                    .append(Html.text(reason))
                    .append("</p>\n"));
    html.append("<ul class=\"counts\">\n");
    report
        .counts()
        .forEach(
            (verdict, count) ->
                html.append("<li class=\"")
                    .append(name(verdict))
                    .append(count == 0 ? " none" : "")
                    .append("\"><b>")
                    .append(count)
                    .append("</b> ")
                    .append(verdict)
                    .append("</li>\n"));
    html.append("</ul>\n<p class=\"facts\"><a href=\"#qualification\">")
        .append(Html.text(Qualification.TITLE))
        .append("</a></p>\n</header>\n");
  }

  /** Without a script all is shown, and the choice is not there. */
  private static void filter(RunReport report, StringBuilder html) {
    html.append("<form id=\"filter\" hidden>\n<fieldset><legend>Show</legend>\n");
    choice("all", "all", report.result().requirements().size(), html);
    Stream.of(Verdict.values())
        .filter(verdict -> report.counts().get(verdict) > 0)
        .forEach(
            verdict ->
                choice(name(verdict), verdict.toString(), report.counts().get(verdict), html));
    html.append("</fieldset>\n<p id=\"shown\" role=\"status\"></p>\n</form>\n");
  }

  private static void choice(String value, String label, int count, StringBuilder html) {
    html.append("<label><input type=\"radio\" name=\"verdict\" value=\"")
        .append(value)
        .append(value.equals("all") ? "\" checked" : "\"")
        .append("> ")
        .append(label)
        .append(" <span>")
        .append(count)
        .append("</span></label>\n");
  }

  private static void requirements(
      String title, List<RequirementResult> results, StringBuilder html) {
    html.append("<section class=\"api\">\n<h2>")
        .append(Html.text(title))
        .append("</h2>\n<ol class=\"requirements\">\n");
    results.forEach(each -> requirement(each, html));
    html.append("</ol>\n</section>\n");
  }

  private static void requirement(RequirementResult result, StringBuilder html) {
    String verdict = name(result.verdict());
    html.append("<li id=\"")
        .append(result.requirement().id())
        .append("\" data-verdict=\"")
        .append(verdict)
        .append("\">\n<span class=\"verdict ")
        .append(verdict)
        .append("\">")
        .append(result.verdict())
        .append("</span>\n<code class=\"id\">")
        .append(result.requirement().id())
        .append("</code>\n<div class=\"what\"><p>")
        .append(Html.text(result.requirement().sentence()))
        .append(" <span class=\"source\">")
        .append(Html.text(result.requirement().evidence() + ": " + result.requirement().source()))
        .append("</span></p>\n");
    List<CheckResult> broken =
        result.checks().stream()
            .filter(check -> !check.exchanges().isEmpty() || isBroken(check))
            .toList();
    if (result.verdict() != Verdict.PASS && broken.isEmpty()) {
      html.append("<p class=\"reason\">").append(Html.text(Texts.reason(result))).append("</p>\n");
    }
    for (CheckResult check : broken) {
      check(check, check == broken.get(0), html);
    }
    html.append("</div>\n</li>\n");
  }

  private static boolean isBroken(CheckResult check) {
    return check.outcome() == CheckOutcome.FAILED || check.outcome() == CheckOutcome.ERROR;
  }

  private static void check(CheckResult check, boolean open, StringBuilder html) {
    html.append(open ? "<details open>" : "<details>")
        .append("\n<summary>")
        .append(Html.text(Texts.nameOf(check)))
        .append(" <span class=\"where\">")
        .append(Html.text(check.where()))
        .append("</span></summary>\n<p class=\"said\">")
        .append(Html.text(check.reason()))
        .append("</p>\n");
    int last = check.exchanges().size() - 1;
    if (last > 0) {
      html.append("<details>\n<summary>")
          .append(last == 1 ? "The exchange before" : "The " + last + " exchanges before")
          .append("</summary>\n");
      check.exchanges().subList(0, last).forEach(each -> exchange(each, html));
      html.append("</details>\n");
    }
    check.exchanges().stream().skip(Math.max(0, last)).forEach(each -> exchange(each, html));
    html.append("</details>\n");
  }

  private static void exchange(MaskedExchange exchange, StringBuilder html) {
    html.append("<div class=\"exchange\">\n<h3>Request")
        .append(exchange.operation().isEmpty() ? "" : ": " + Html.text(exchange.operation()))
        .append("</h3>\n<pre tabindex=\"0\">")
        .append(Html.text(exchange.request()))
        .append("</pre>\n<h3>Answer</h3>\n<pre tabindex=\"0\">")
        .append(Html.text(exchange.answer()))
        .append("</pre>\n<h3>To send it again</h3>\n<pre class=\"curl\" tabindex=\"0\">")
        .append(Html.text(exchange.curl()))
        .append("</pre>\n</div>\n");
  }

  private static String name(Verdict verdict) {
    return verdict.toString().replace(' ', '-');
  }

  private static String hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(Digests.sha256().digest(bytes));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + ".", e);
    }
  }
}
