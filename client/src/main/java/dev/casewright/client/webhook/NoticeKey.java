package dev.casewright.client.webhook;

/**
 * What two notices have in common if one repeats the other.
 *
 * @param caseName the name of the case
 * @param status the status that the notice tells; empty if notices tell none
 * @param bodyDigest the SHA-256 of the body, in hexadecimal digits
 */
record NoticeKey(String caseName, String status, String bodyDigest) {
  /** Nothing of a notice is to be shown. */
  @Override
  public String toString() {
    return "NoticeKey";
  }
}
