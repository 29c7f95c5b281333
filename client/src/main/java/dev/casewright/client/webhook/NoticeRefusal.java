package dev.casewright.client.webhook;

/** Why a notice was refused. Except for the last, nothing was sent to the server then. */
public enum NoticeRefusal {
  /** The body is larger than the limit. */
  TOO_LARGE,
  /** The signature is wrong or missing. */
  NOT_GENUINE,
  /** The body is not a JSON object. */
  NOT_A_JSON_OBJECT,
  /** The pointer to the name of the case leads to nothing that can be one. */
  NO_CASE_NAME,
  /** The pointer to the status leads to nothing that can be one. */
  NO_STATUS,
  /** The server knows no such case. */
  NO_SUCH_CASE
}
