package dev.casewright.mockserver.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A JSON array that is written element by element and may not grow beyond a limit, so that a list
 * of everything in a large state cannot fill the memory. Not thread-safe.
 */
public final class BoundedArray {

  private final long limit;
  private final Refusal whenFull;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private int size;

  /**
   * An empty array.
   *
   * @param limit the most bytes that it may have
   * @param whenFull what is thrown by the element that goes beyond
   */
  public BoundedArray(long limit, Refusal whenFull) {
    this.limit = limit;
    this.whenFull = whenFull;
    written.write('[');
  }

  /**
   * Adds an element.
   *
   * @param element the element
   * @throws Refusal if the array would have more bytes than it may have
   */
  public void add(JsonNode element) {
    byte[] text = Json.bytes(element);
    if (written.size() + text.length + 2L > limit) {
      throw whenFull;
    }
    if (size > 0) {
      written.write(',');
    }
    written.writeBytes(text);
    size++;
  }

  /**
   * How many elements it has.
   *
   * @return the number
   */
  public int size() {
    return size;
  }

  /**
   * An answer with the array as the last member of an object.
   *
   * @param before the members before it
   * @param name the name of the member that holds the array
   * @return an answer 200
   */
  public MockAnswer in(JsonNode before, String name) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(written.size() + 64);
    byte[] opened = Json.bytes(before);
    body.write(opened, 0, opened.length - 1);
    if (!before.isEmpty()) {
      body.write(',');
    }
    body.writeBytes(("\"" + name + "\":").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(written.toByteArray());
    body.write(']');
    body.write('}');
    return MockAnswer.json(200, body.toByteArray());
  }
}
