package dev.casewright.conformance.report;

/** Escapes text for HTML. */
final class Html {

  private Html() {}

  /** Text that may stand in an element or in an attribute in double quotes. */
  static String text(String text) {
    return Plain.text(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
