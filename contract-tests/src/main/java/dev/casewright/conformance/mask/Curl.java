package dev.casewright.conformance.mask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.conformance.target.Message;
import dev.casewright.openapi.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a command that sends a request again. */
final class Curl {

  private static final String BEARER = "Bearer ";

  private final Api api;
  private final boolean redirect;
  private final Headers headers;
  private final Body body;

  Curl(Api api, boolean redirect, Headers headers, Body body) {
    this.api = api;
    this.redirect = redirect;
    this.headers = headers;
    this.body = body;
  }

  String line(Message message, List<Piece> target, Variables variables) {
    List<String> line = new ArrayList<>(List.of("curl", "-sS", "-i", "-g"));
    if (message.target().contains("/.")) {
      line.add("--path-as-is");
    }
    if (message.method().equals("HEAD")) {
      line.add("--head");
    } else if (!message.method().equals("GET") || message.body().isPresent()) {
      line.add("-X");
      line.add(Shell.argument(List.of(method(message.method(), variables))));
    }
    for (Headers.Sent header : headers.of(message)) {
      addHeader(header, variables, line);
    }
    message.body().ifPresent(text -> addBody(message, text, variables, line));
    List<Piece> url = new ArrayList<>();
    url.add(Piece.variable(base()));
    url.addAll(target);
    line.add(Shell.argument(url));
    return String.join(" ", line);
  }

  /** The command would announce a form by itself; a raw text is never taken for a file's name. */
  private void addBody(Message message, String text, Variables variables, List<String> line) {
    if (message.headers().keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      line.add("-H");
      line.add("Content-Type:");
    }
    line.add("--data-raw");
    line.add(Shell.argument(data(text, variables)));
  }

  private String base() {
    return api.name().toUpperCase(Locale.ROOT) + (redirect ? "_REDIRECT_URL" : "_URL");
  }

  private static Piece method(String method, Variables variables) {
    return Methods.isKnown(method) ? Piece.shown(method) : variables.forValue(method);
  }

  /** A header without a value needs a semicolon to be sent at all. */
  private void addHeader(Headers.Sent header, Variables variables, List<String> line) {
    Optional<String[]> basic = Headers.basic(header.value());
    if (basic.isPresent()) {
      line.add("-u");
      line.add(
          Shell.argument(
              List.of(
                  variables.forValue(basic.get()[0]),
                  Piece.shown(":"),
                  variables.forValue(basic.get()[1]))));
      return;
    }
    line.add("-H");
    List<Piece> pieces = new ArrayList<>();
    pieces.add(
        header.name().isEmpty()
            ? variables.forValue(header.original())
            : Piece.shown(header.name()));
    if (header.value().isEmpty()) {
      pieces.add(Piece.shown(";"));
    } else {
      pieces.add(Piece.shown(": "));
      pieces.addAll(value(header, variables));
    }
    line.add(Shell.argument(pieces));
  }

  private List<Piece> value(Headers.Sent header, Variables variables) {
    if (header.shown().equals(header.value())) {
      return List.of(Piece.shown(header.value()));
    }
    if (header.value().startsWith(BEARER)) {
      return List.of(
          Piece.shown(BEARER), Piece.variable(api.name().toUpperCase(Locale.ROOT) + "_TOKEN"));
    }
    return List.of(variables.forValue(header.value()));
  }

  private List<Piece> data(String text, Variables variables) {
    Optional<JsonNode> json = Json.read(text);
    return json.map(each -> body.pieces(each, variables))
        .orElseGet(() -> List.of(text.isEmpty() ? Piece.shown("") : variables.forValue(text)));
  }
}
