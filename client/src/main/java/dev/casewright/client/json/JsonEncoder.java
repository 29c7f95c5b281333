package dev.casewright.client.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.RequestTemplate;
import feign.codec.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes the bodies of requests as JSON in UTF-8. Thread-safe. */
public final class JsonEncoder implements Encoder {
  private final ObjectMapper mapper;

  /**
   * Creates an encoder.
   *
   * @param mapper a mapper of {@link WireJson}
   */
  public JsonEncoder(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Writes a body.
   *
   * @throws IllegalArgumentException if the value holds something that the wire cannot carry;
   *     nothing was sent then
   */
  @Override
  public void encode(Object value, Type type, RequestTemplate template) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator generator = new FiniteNumbers(mapper.createGenerator(body))) {
      mapper.writeValue(generator, value);
      template.body(body.toByteArray(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw refusal(failure);
    }
  }

  /** Jackson's own words quote the value. */
  private static IllegalArgumentException refusal(IOException failure) {
    return failure.getCause() instanceof UnwritableValueException unwritable
        ? unwritable
        : new IllegalArgumentException(
            "The body cannot be written as JSON. Check the values that were put into the builder.");
  }
}
