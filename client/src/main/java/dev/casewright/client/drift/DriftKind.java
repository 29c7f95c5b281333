package dev.casewright.client.drift;

/** In which way an answer goes beyond the contract. */
public enum DriftKind {
  /** A field that the contract does not have at this place. */
  UNKNOWN_FIELD,
  /** A value that is not among the known ones of an open list. */
  UNKNOWN_VALUE,
  /** An HTTP status that the contract does not name for the operation. */
  UNKNOWN_STATUS
}
