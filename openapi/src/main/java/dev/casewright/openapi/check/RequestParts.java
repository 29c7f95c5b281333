package dev.casewright.openapi.check;

import java.util.List;
import java.util.Map;

/**
 * The parts of a request that a contract speaks about, credentials aside.
 *
 * @param path the decoded values of the path variables
 * @param query the decoded values of the query parameters, in the order sent
 * @param headers the values of the headers by lower-case name
 * @param body the bytes of the body; empty if there is none
 */
public record RequestParts(
    Map<String, String> path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body) {}
