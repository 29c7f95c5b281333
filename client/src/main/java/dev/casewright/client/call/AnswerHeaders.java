package dev.casewright.client.call;

import feign.Response;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the head of an answer. */
public final class AnswerHeaders {
  /** As many digits as fit into a long, whatever they are. */
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private AnswerHeaders() {}

  /**
   * A header.
   *
   * @param answer the answer
   * @param name the name of the header, in any case
   * @return its first value; empty if there is none
   */
  public static Optional<String> first(Response answer, String name) {
    Collection<String> values = answer.headers().get(name);
    return values == null ? Optional.empty() : values.stream().findFirst();
  }

  /**
   * The length that the head announces. Feign's own figure ends at 2 GB.
   *
   * @param answer the answer
   * @return the number of bytes; empty if none is announced, or what is announced is no number
   */
  public static OptionalLong contentLength(Response answer) {
    return length(first(answer, "Content-Length"));
  }

  /**
   * The length that a header announces.
   *
   * @param header the header {@code Content-Length}, if there is one
   * @return the number of bytes; empty if there is no header, or it is no number
   */
  public static OptionalLong length(Optional<String> header) {
    return header
        .map(String::strip)
        .filter(text -> LENGTH.matcher(text).matches())
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }
}
