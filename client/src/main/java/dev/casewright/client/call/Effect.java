package dev.casewright.client.call;

/** What calling an operation does to the server, as the contract says ({@code x-effect}). */
public enum Effect {
  /** It reads. */
  READ,
  /** It makes something new. */
  CREATE,
  /** It changes something. */
  CHANGE,
  /** It deletes something. */
  DELETE,
  /** It is made to be refused, or to show how the server behaves. */
  PROBE
}
