package dev.casewright.client.transport;

/**
 * How large bodies may be, so that neither a mistake nor a server gone wrong fills the memory.
 * Files that are downloaded have no limit, since they are streamed. Immutable and thread-safe.
 *
 * @param request the largest body of a request, in bytes; a larger one is refused with an {@link
 *     IllegalArgumentException} before it is sent
 * @param answer the largest answer that is not a file, in bytes; a larger one ends with a {@code
 *     DecodeException}, and no more of it is read
 */
public record SizeLimits(long request, long answer) {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final SizeLimits DEFAULTS = new SizeLimits(16 * MEBIBYTE, 64 * MEBIBYTE);

  /** Refuses limits that let nothing through. */
  public SizeLimits {
    if (request < 1 || answer < 1) {
      throw new IllegalArgumentException(
          "A limit on a size has to be at least one byte; there is no way to have none.");
    }
  }

  /**
   * 16 MiB for a request and 64 MiB for an answer.
   *
   * @return the defaults
   */
  public static SizeLimits defaults() {
    return DEFAULTS;
  }

  /**
   * These, with another limit for requests.
   *
   * @param bytes a positive number of bytes
   * @return new limits
   */
  public SizeLimits withRequest(long bytes) {
    return new SizeLimits(bytes, answer);
  }

  /**
   * These, with another limit for answers.
   *
   * @param bytes a positive number of bytes
   * @return new limits
   */
  public SizeLimits withAnswer(long bytes) {
    return new SizeLimits(request, bytes);
  }
}
