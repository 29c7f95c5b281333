package dev.casewright.conformance.drift;

import java.util.Locale;

/** In which way answers and the contract are apart. */
public enum DriftKind {
  /** A field that the contract does not have at this place. */
  UNKNOWN_FIELD,
  /** A value that is not among the known ones of a list, open or closed. */
  UNKNOWN_VALUE,
  /** An HTTP status that the contract does not name for the operation. */
  UNKNOWN_STATUS,
  /** A media type that the contract does not name for the answer. */
  UNKNOWN_CONTENT_TYPE,
  /** A header that the contract does not name for the answer, and that a client could use. */
  UNKNOWN_HEADER,
  /** A type that the contract does not allow at this place, such as null. */
  OTHER_TYPE,
  /** An operation that no regular request was sent to. */
  UNSEEN_OPERATION,
  /** A status that the contract names, and that never came. */
  UNSEEN_STATUS,
  /** A field that the contract names, and that never came, though what it belongs to did. */
  UNSEEN_FIELD;

  /**
   * On which side of the comparison it is.
   *
   * @return true if the contract promises it and it was never seen; false if it was seen and the
   *     contract does not know it
   */
  public boolean isUnseen() {
    return this == UNSEEN_OPERATION || this == UNSEEN_STATUS || this == UNSEEN_FIELD;
  }

  /** The name as it stands in reports, such as {@code unknown field}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
