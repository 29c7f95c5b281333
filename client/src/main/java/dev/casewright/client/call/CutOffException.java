package dev.casewright.client.call;

import java.io.IOException;
import java.io.Serial;

/** Thrown while a body is read that ends before its announced length. */
final class CutOffException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  CutOffException(long came, long announced) {
    super("the answer ended after " + came + " bytes, where its head announced " + announced);
  }
}
