package dev.casewright.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contract of one API: its OpenAPI document and the operations that the document declares. */
public final class Contract {

  private final Api api;
  private final JsonNode document;
  private final Map<String, Operation> operations;
  private final List<Operation> byLiteralPath;
  private final List<KnownWrite> knownWrites;

  private Contract(Api api, JsonNode document) {
    this.api = api;
    this.document = document;
    this.operations = new LinkedHashMap<>();
    for (Operation operation : new OperationReader(api, document).operations()) {
      if (operations.put(operation.id(), operation) != null) {
        throw new IllegalArgumentException(
            "The operationId \"" + operation.id() + "\" stands twice in " + api.id() + ".");
      }
    }
    this.byLiteralPath =
        operations.values().stream()
            .sorted(
                Comparator.comparingInt((Operation operation) -> operation.path().fixedSegments())
                    .reversed())
            .toList();
    this.knownWrites = document.path("x-known-writes").valueStream().map(KnownWrite::read).toList();
  }

  /**
   * Loads the contract that this module ships.
   *
   * @param api the API
   * @return its contract
   */
  public static Contract of(Api api) {
    return new Contract(api, Documents.read(api, "openapi.yaml", JsonNode.class));
  }

  /**
   * Reads a contract.
   *
   * @param api the API that it describes
   * @param yaml the text of an OpenAPI 3.0 document with local references only
   * @return the contract
   * @throws IllegalArgumentException if the text is not such a document
   */
  public static Contract parse(Api api, String yaml) {
    return new Contract(api, Documents.read(yaml, JsonNode.class, api.id() + "/openapi.yaml"));
  }

  /**
   * The API that it describes.
   *
   * @return the API
   */
  public Api api() {
    return api;
  }

  /**
   * The whole document.
   *
   * @return a copy that the caller may change
   */
  public JsonNode document() {
    return document.deepCopy();
  }

  /**
   * The node at a place of the document, references followed.
   *
   * @param pointer a JSON pointer such as {@code /components/schemas/Report}
   * @return a copy of the node; a missing node if there is none
   */
  public JsonNode at(String pointer) {
    return References.resolve(document, document.at(pointer)).deepCopy();
  }

  /**
   * All operations, in the order of the document.
   *
   * @return an unmodifiable list
   */
  public List<Operation> operations() {
    return List.copyOf(operations.values());
  }

  /**
   * The operation with the given id.
   *
   * @param operationId an {@code operationId}
   * @return the operation
   * @throws IllegalArgumentException if the contract has none of that id
   */
  public Operation operation(String operationId) {
    Operation operation = operations.get(operationId);
    if (operation == null) {
      throw new IllegalArgumentException(
          "The contract of "
              + api.id()
              + " has no operation \""
              + operationId
              + "\"; it has "
              + String.join(", ", operations.keySet())
              + ".");
    }
    return operation;
  }

  /**
   * The operation that a request is for.
   *
   * @param method an HTTP method in upper case
   * @param rawPath the path as sent, percent-encoded, without query, with or without a trailing
   *     slash
   * @return the operation, or nothing if none fits
   */
  public Optional<Operation> find(String method, String rawPath) {
    for (Operation operation : operationsAt(rawPath)) {
      if (operation.method().equals(method)) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  /**
   * The operations of a path, whatever the method.
   *
   * @param rawPath the path as sent, percent-encoded, without query, with or without a trailing
   *     slash
   * @return the operations, those with the most literal path first; empty if the contract has no
   *     such path
   */
  public List<Operation> operationsAt(String rawPath) {
    List<String> segments = PathTemplate.segmentsOf(rawPath);
    List<Operation> fitting = new ArrayList<>();
    for (Operation operation : byLiteralPath) {
      if (operation.path().fits(segments)) {
        fitting.add(operation);
      }
    }
    return fitting;
  }

  /**
   * What writes at the real service and is not part of the contract. Nobody may send it to find out
   * how a server refuses a method: it could change somebody's data.
   *
   * @return an unmodifiable list, in the order of the document
   */
  public List<KnownWrite> knownWrites() {
    return knownWrites;
  }
}
