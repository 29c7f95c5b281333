package dev.casewright.client.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.casewright.client.json.WireJson;
import feign.Response;
import feign.codec.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads answers: JSON into the objects of the contract, and pages as text. Thread-safe. */
public final class JsonDecoder implements Decoder {
  private final ObjectMapper mapper;
  private final List<AnswerShape> shapes;
  private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

  /**
   * Creates a decoder.
   *
   * @param mapper a mapper of {@link WireJson}
   * @param shapes the answers that may come in several shapes; of one class, they are applied in
   *     this order
   */
  public JsonDecoder(ObjectMapper mapper, List<? extends AnswerShape> shapes) {
    this.mapper = mapper;
    this.shapes = List.copyOf(shapes);
  }

  @Override
  public Object decode(Response response, Type type) throws IOException {
    Integer announced = response.body() == null ? null : response.body().length();
    try (InputStream body = bodyOf(response)) {
      if (type == String.class) {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (type == JsonNode.class) {
        return tree(body, announced);
      }
      return object(body, announced, type);
    } catch (IOException failure) {
      throw UnreadableJsonException.ofOrElse(failure, "");
    }
  }

  /**
   * Reads a list element by element, in whichever of its shapes it comes.
   *
   * @param body the answer, as it comes in
   * @param list the class of the list
   * @param element the class of its elements
   * @param <T> the class of its elements
   * @return what reads them
   * @throws IOException if the answer breaks off
   */
  public <T> ListParser<T> parse(InputStream body, Class<?> list, Class<T> element)
      throws IOException {
    ListShape shape =
        shapes.stream()
            .filter(known -> known.type() == list)
            .filter(ListShape.class::isInstance)
            .map(ListShape.class::cast)
            .findFirst()
            .orElseThrow();
    return new ListParser<>(mapper.createParser(StrictUtf8.reader(body)), mapper, shape, element);
  }

  /**
   * Makes an object of the contract from a tree that was read before, in whichever shape.
   *
   * @param tree the tree, which is given away
   * @param type the class of the object
   * @param <T> the class of the object
   * @return the object
   * @throws UnreadableJsonException if the tree does not fit the contract
   */
  public <T> T convert(JsonNode tree, Class<T> type) {
    JsonNode inContractShape = tree;
    for (AnswerShape shape : shapes) {
      if (shape.type() == type) {
        inContractShape = shape.toContract(inContractShape, mapper);
      }
    }
    try {
      return required(mapper.treeToValue(inContractShape, type));
    } catch (JsonProcessingException failure) {
      throw UnreadableJsonException.of(failure);
    }
  }

  private Object object(InputStream body, Integer announced, Type type) throws IOException {
    try (JsonParser parser = parserOf(AnswerBytes.of(body, announced))) {
      JsonToken first = parser.nextToken();
      if (needsShaping(type, first)) {
        return convert(treeFrom(parser), (Class<?>) type);
      }
      if (first == null) {
        throw new UnreadableJsonException("the answer is empty, where an object is needed");
      }
      return required(readers.computeIfAbsent(type, this::readerOf).readValue(parser));
    }
  }

  private boolean needsShaping(Type type, JsonToken first) {
    for (AnswerShape shape : shapes) {
      if (shape.type() == type && !shape.leavesAlone(first)) {
        return true;
      }
    }
    return false;
  }

  private ObjectReader readerOf(Type type) {
    return mapper.readerFor(mapper.constructType(type));
  }

  private JsonNode tree(InputStream body, Integer announced) throws IOException {
    try (JsonParser parser = parserOf(AnswerBytes.of(body, announced))) {
      return treeFrom(parser);
    }
  }

  /** Of some writes nobody knows the body of the answer, so an empty one is no error. */
  private JsonNode treeFrom(JsonParser parser) throws IOException {
    JsonNode tree = mapper.readTree(parser);
    if (tree != null && parser.nextToken() != null) {
      throw new UnreadableJsonException("there is something behind the end of the JSON");
    }
    return tree == null ? MissingNode.getInstance() : tree;
  }

  private JsonParser parserOf(AnswerBytes answer) throws IOException {
    return mapper.createParser(answer.bytes(), answer.start(), answer.length());
  }

  private static <T> T required(T value) {
    if (value == null) {
      throw new UnreadableJsonException("the answer is null, where an object is needed");
    }
    return value;
  }

  private static InputStream bodyOf(Response response) throws IOException {
    return response.body() == null
        ? InputStream.nullInputStream()
        : response.body().asInputStream();
  }
}
