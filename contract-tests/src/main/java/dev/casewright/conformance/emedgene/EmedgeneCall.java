package dev.casewright.conformance.emedgene;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.EmedgeneTarget;
import java.util.HashMap;
import java.util.Map;

/**
 * A call of one operation.
 *
 * @param method the method
 * @param path the path, in the form of the contract
 * @param query the query, without the question mark; empty without one
 * @param body the body, or null without one
 */
record EmedgeneCall(String method, String path, String query, String body) {

  private static final String LOGIN = "/api/auth/";

  String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The same call in the other form of its path: with a slash at its end, or without. */
  EmedgeneCall inTheOtherForm() {
    String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    return new EmedgeneCall(method, other, query, body);
  }

  EmedgeneCall withQuery(String otherQuery) {
    return new EmedgeneCall(method, path, otherQuery, body);
  }

  EmedgeneCall withBody(String otherBody) {
    return new EmedgeneCall(method, path, query, otherBody);
  }

  /**
   * The same call with nothing in its body, which cannot do anything; a call without a body stays.
   */
  EmedgeneCall emptied() {
    return body == null ? this : withBody("{}");
  }

  /** Sends it with the token of the organisation; a login goes without. */
  Answer authorized(EmedgeneTarget target) {
    return isLogin() ? anonymously(target) : target.authorized(method, target(), body);
  }

  boolean isLogin() {
    return path.startsWith(LOGIN);
  }

  /** Sends it with just the given headers; a body is announced as JSON. */
  Answer send(EmedgeneTarget target, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    if (body != null) {
      all.put("Content-Type", "application/json");
    }
    return sendAsIs(target, all);
  }

  /** Sends it with just the given headers, whatever they say of the body. */
  Answer sendAsIs(EmedgeneTarget target, Map<String, String> headers) {
    return target.send(method, target(), headers, body);
  }

  /** Sends it without credentials. */
  Answer anonymously(EmedgeneTarget target) {
    return send(target, Map.of());
  }
}
