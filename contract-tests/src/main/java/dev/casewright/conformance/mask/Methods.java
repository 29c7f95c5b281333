package dev.casewright.conformance.mask;

import java.util.Set;

/** The methods that HTTP has; all else is masked. */
final class Methods {

  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  private Methods() {}

  static boolean isKnown(String method) {
    return KNOWN.contains(method);
  }

  static String shown(String method) {
    return isKnown(method) ? method : Piece.MASKED;
  }
}
