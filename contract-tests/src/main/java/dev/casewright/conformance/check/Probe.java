package dev.casewright.conformance.check;

import java.util.Locale;

/**
 * A kind of request that no correct client would send. To a host that is not of this machine it is
 * sent only if its name is given.
 */
public enum Probe {
  /** Plain HTTP where HTTPS is due; never with credentials. */
  PLAIN_HTTP,
  /** No credentials. */
  NO_CREDENTIALS,
  /** Wrong credentials; at most one wrong login in a run. */
  WRONG_CREDENTIALS,
  /** Ids and names of what is not there, and addresses that are none. */
  UNKNOWN_THINGS,
  /** What belongs to another workspace or organisation. */
  FOREIGN_THINGS,
  /** What the state of a case or report does not allow. */
  WRONG_STATE,
  /** Values and bodies that the contract does not allow. */
  INVALID_VALUES,
  /** Methods that an address does not have. */
  OTHER_METHODS;

  /** The name as it is given on the command line, such as {@code wrong-credentials}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
