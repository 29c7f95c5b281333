package dev.casewright.client.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import feign.Response;
import feign.codec.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads answers: JSON into the objects of the contract, and pages as text. Thread-safe. */
public final class JsonDecoder implements Decoder {
  private final ObjectMapper mapper;
  private final List<ListShape> listShapes;

  /**
   * Creates a decoder.
   *
   * @param mapper a mapper of {@link WireJson}
   * @param listShapes the lists that may come in several shapes
   */
  public JsonDecoder(ObjectMapper mapper, List<ListShape> listShapes) {
    this.mapper = mapper;
    this.listShapes = List.copyOf(listShapes);
  }

  @Override
  public Object decode(Response response, Type type) throws IOException {
    try (InputStream body = bodyOf(response)) {
      if (type == String.class) {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (type == JsonNode.class) {
        return tree(body);
      }
      for (ListShape shape : listShapes) {
        if (shape.type() == type) {
          return convert(shape.toContract(tree(body), mapper), shape.type());
        }
      }
      return object(body, type);
    } catch (JsonProcessingException failure) {
      throw UnreadableJsonException.of(failure);
    }
  }

  /**
   * Makes an object of the contract from a tree that was read before.
   *
   * @param tree the tree
   * @param type the class of the object
   * @param <T> the class of the object
   * @return the object
   * @throws UnreadableJsonException if the tree does not fit the contract
   */
  public <T> T convert(JsonNode tree, Class<T> type) {
    try {
      return required(mapper.treeToValue(tree, type));
    } catch (JsonProcessingException failure) {
      throw UnreadableJsonException.of(failure);
    }
  }

  private Object object(InputStream body, Type type) throws IOException {
    try (JsonParser parser = mapper.createParser(body)) {
      if (parser.nextToken() == null) {
        throw new UnreadableJsonException("the answer is empty, where an object is needed");
      }
      return required(mapper.readValue(parser, mapper.constructType(type)));
    }
  }

  /** Of some writes nobody knows the body of the answer, so an empty one is no error. */
  private JsonNode tree(InputStream body) throws IOException {
    try (JsonParser parser = mapper.createParser(body)) {
      JsonNode tree = mapper.readTree(parser);
      if (tree != null && parser.nextToken() != null) {
        throw new UnreadableJsonException("there is something behind the end of the JSON");
      }
      return tree == null ? MissingNode.getInstance() : tree;
    }
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
