package dev.casewright.client.error;

import java.io.Serial;

/**
 * The answer does not fit the contract. It is not read halfway: what a laboratory gets is whole or
 * an error.
 */
public final class DecodeException extends CasewrightException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param call what is known of the call
   * @param rule the rule that the answer breaks, with a JSON pointer and without any value
   */
  public DecodeException(CallDetails call, String rule) {
    super(
        call,
        "the answer does not fit the contract: "
            + rule
            + ". The server, or something in front of it, sends what the contract does not know.");
  }
}
