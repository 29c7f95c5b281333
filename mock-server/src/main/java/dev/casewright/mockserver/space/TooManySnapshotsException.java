package dev.casewright.mockserver.space;

/** Thrown when a space keeps as many snapshots as it can. */
public final class TooManySnapshotsException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  TooManySnapshotsException(String message) {
    super(message);
  }
}
