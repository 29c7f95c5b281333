package dev.casewright.client.download;

import java.io.IOException;
import java.io.Serial;

/** Says what is wrong with a target, in words that may be logged. Does not leave the package. */
final class UnwritableTargetException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  UnwritableTargetException(String advice) {
    super(advice);
  }
}
