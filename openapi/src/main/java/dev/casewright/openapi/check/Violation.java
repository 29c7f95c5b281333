package dev.casewright.openapi.check;

/**
 * One way in which a request or an answer breaks the contract.
 *
 * @param kind what sort of breach it is
 * @param place where: {@code query limit}, {@code path id}, {@code body/test_data/type}, {@code
 *     status} or {@code header content-type}; keys that the contract does not know stand as {@code
 *     *}
 * @param rule the rule that is broken, such as {@code must be an integer}; never a value
 */
public record Violation(Kind kind, String place, String rule) {

  /** What sort of breach it is. */
  public enum Kind {
    /** Something that is required is missing. */
    MISSING,
    /** It cannot be read as what it should be: not an integer, not JSON. */
    MALFORMED,
    /** It can be read, but the value is not allowed. */
    VALUE,
    /** The contract does not declare it: a status, a media type. */
    UNDECLARED
  }

  @Override
  public String toString() {
    return place + " " + rule;
  }
}
