package dev.casewright.client.call;

import java.io.Serial;

/**
 * Thrown by a reader of answers when what looks like a success refuses the credentials. The calls
 * of the client turn it into an {@code AuthenticationException}.
 */
public final class CredentialsRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public CredentialsRefusedException() {
    super("the credentials were refused");
  }
}
