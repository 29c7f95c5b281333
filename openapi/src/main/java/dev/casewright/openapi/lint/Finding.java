package dev.casewright.openapi.lint;

/**
 * A place where a document breaks a rule of ours.
 *
 * @param place the JSON pointer of the place in the document, or the id of a register entry
 * @param rule what is to be done there
 */
public record Finding(String place, String rule) {

  @Override
  public String toString() {
    return place + ": " + rule;
  }
}
