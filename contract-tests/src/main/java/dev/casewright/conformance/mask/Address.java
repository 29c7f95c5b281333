package dev.casewright.conformance.mask;

import dev.casewright.openapi.Operation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Masks paths and queries. */
final class Address {

  private static final Pattern ID = Pattern.compile("\\d{1,19}");
  private static final Pattern SMALL = Pattern.compile("-?\\d{1,9}");

  private final ContractNames names;
  private final Secrets secrets;

  Address(ContractNames names, Secrets secrets) {
    this.names = names;
    this.secrets = secrets;
  }

  /** The numbers that stand as segments in the path. */
  static Set<String> idsIn(String target) {
    Set<String> ids = new TreeSet<>();
    for (String segment : pathOf(target).split("/")) {
      if (ID.matcher(segment).matches()) {
        ids.add(segment);
      }
    }
    return ids;
  }

  /** The id of the operation; empty if the contract has no such address. */
  String operation(String method, String target) {
    return names.contract().find(method, pathOf(target)).map(Operation::id).orElse("");
  }

  List<Piece> mask(String target, Variables variables) {
    List<Piece> pieces = new ArrayList<>();
    String path = pathOf(target);
    String[] segments = path.split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      if (i > 0) {
        pieces.add(Piece.shown("/"));
      }
      pieces.add(segment(segments[i], variables));
    }
    if (path.length() < target.length()) {
      pieces.add(Piece.shown("?"));
      query(target.substring(path.length() + 1), variables, pieces);
    }
    return pieces;
  }

  private Piece segment(String segment, Variables variables) {
    boolean known =
        segment.isEmpty()
            || names.isPathWord(segment)
            || names.isValue(segment)
            || ID.matcher(segment).matches()
            || Words.CASE_NAME.matcher(segment).matches();
    return shown(segment, known, variables);
  }

  private void query(String query, Variables variables, List<Piece> pieces) {
    String separator = "";
    for (String pair : query.split("&", -1)) {
      pieces.add(Piece.shown(separator));
      separator = "&";
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      pieces.add(shown(name, name.isEmpty() || names.isParameter(name), variables));
      if (equals >= 0) {
        pieces.add(Piece.shown("="));
        String value = pair.substring(equals + 1);
        boolean known = value.isEmpty() || names.isHarmlessParameter(name) && isHarmless(value);
        pieces.add(shown(value, known, variables));
      }
    }
  }

  private boolean isHarmless(String value) {
    if (SMALL.matcher(value).matches()) {
      return true;
    }
    String decoded = decoded(value);
    return names.isValue(decoded) || decoded.equalsIgnoreCase("true");
  }

  private Piece shown(String text, boolean known, Variables variables) {
    return known && !secrets.areIn(text) ? Piece.shown(text) : variables.forValue(text);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenPercentEncoding) {
      return value;
    }
  }

  private static String pathOf(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
