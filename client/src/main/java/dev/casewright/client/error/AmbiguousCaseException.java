package dev.casewright.client.error;

import java.io.Serial;
import java.util.List;

/**
 * Which case was meant cannot be told: several fit, or one may fit and cannot be confirmed. Nothing
 * was changed.
 */
public final class AmbiguousCaseException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /** A list of texts that can be written, whatever list was given. */
  private final String[] caseNames;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param advice what is ambiguous and what to do next, without anything from the request or the
   *     answer
   * @param caseNames the cases to look at
   */
  public AmbiguousCaseException(CallDetails call, String advice, List<String> caseNames) {
    super(call, advice);
    this.caseNames = caseNames.toArray(String[]::new);
  }

  /**
   * The cases to look at.
   *
   * @return their names, as the server gave them
   */
  public List<String> caseNames() {
    return List.of(caseNames);
  }
}
