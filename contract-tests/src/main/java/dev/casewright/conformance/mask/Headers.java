package dev.casewright.conformance.mask;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Masks headers. */
final class Headers {

  private static final Set<String> OF_HTTP =
      Set.of(
          "accept",
          "allow",
          "authorization",
          "connection",
          "content-disposition",
          "content-length",
          "content-type",
          "emgauthorization",
          "location",
          "retry-after",
          "transfer-encoding",
          "www-authenticate");
  private static final Set<String> VALUES =
      Set.of("utf-8", "charset", "attachment", "filename", "bearer", "basic", "realm", "text/html");
  private static final Pattern PART = Pattern.compile("[^\\s;,=\"]+|[\\s;,=\"]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

  private final ContractNames names;
  private final Secrets secrets;
  private final Words words;

  Headers(ContractNames names, Secrets secrets, Words words) {
    this.names = names;
    this.secrets = secrets;
    this.words = words;
  }

  /**
   * A header that was sent.
   *
   * @param name its name as it may be shown, or empty
   * @param original its name
   * @param value its value
   * @param shown its value as it may be shown
   */
  record Sent(String name, String original, String value, String shown) {
    String toRead() {
      return (name.isEmpty() ? Piece.MASKED : name) + ": " + shown;
    }
  }

  List<Sent> of(Message message) {
    List<Sent> sent = new ArrayList<>();
    new TreeMap<>(message.headers())
        .forEach(
            (name, value) ->
                sent.add(new Sent(isKnown(name) ? name : "", name, value, value(name, value))));
    return sent;
  }

  /** The headers of an answer that have known names. */
  List<String> of(Answer answer) {
    List<String> shown = new ArrayList<>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (isKnown(name)) {
                values.forEach(value -> shown.add(name + ": " + value(name, value)));
              }
            });
    return shown;
  }

  /** Login and password of Basic credentials. */
  static Optional<String[]> basic(String value) {
    if (!value.startsWith("Basic ")) {
      return Optional.empty();
    }
    try {
      byte[] pair = Base64.getDecoder().decode(value.substring("Basic ".length()));
      String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
      return parts.length == 2 ? Optional.of(parts) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private boolean isKnown(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return OF_HTTP.contains(lower) || names.isHeader(lower);
  }

  /** Known words of the value; an address of our own server is an address, not a text. */
  private String value(String name, String value) {
    if (name.equalsIgnoreCase("location")) {
      return location(value);
    }
    StringBuilder shown = new StringBuilder();
    PART.matcher(value)
        .results()
        .map(match -> match.group())
        .forEach(part -> shown.append(isShown(name, part) ? part : Piece.MASKED));
    return shown.toString();
  }

  private boolean isShown(String name, String part) {
    if (part.isBlank() || part.matches("[\\s;,=\"]+")) {
      return true;
    }
    boolean length = name.equalsIgnoreCase("content-length") && NUMBER.matcher(part).matches();
    return length
        || !secrets.areIn(part)
            && (VALUES.contains(part.toLowerCase(Locale.ROOT))
                || names.isMediaType(part)
                || words.isText(part)
                || Methods.isKnown(part));
  }

  private String location(String value) {
    int path = value.indexOf('/', value.indexOf("://") < 0 ? 0 : value.indexOf("://") + 3);
    if (path < 0) {
      return Piece.MASKED;
    }
    String start =
        value.startsWith("https://") ? "https://" : value.startsWith("http://") ? "http://" : "";
    return start
        + (path > 0 ? Piece.MASKED : "")
        + Piece.toRead(
            new Address(names, secrets).mask(value.substring(path), new Variables(secrets)));
  }
}
