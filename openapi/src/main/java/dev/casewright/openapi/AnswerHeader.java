package dev.casewright.openapi;

/**
 * A header that the contract declares for an answer.
 *
 * @param name its name in lower case
 * @param required whether the answer must carry it
 * @param type the JSON type that the text stands for: {@code string}, {@code integer}, {@code
 *     boolean} or {@code number}
 * @param pointer the JSON pointer of its schema in the document
 */
public record AnswerHeader(String name, boolean required, String type, String pointer) {}
