package dev.casewright.openapi.check;

import java.util.List;
import java.util.Map;

/**
 * The parts of an answer that a contract speaks about.
 *
 * @param status the status code
 * @param headers the values of the headers by lower-case name
 * @param body the bytes of the body; empty if there is none
 */
public record AnswerParts(int status, Map<String, List<String>> headers, byte[] body) {}
