package dev.casewright.client.json;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Makes the {@code toString} of the generated classes: an allow-list, so that no patient data
 * reaches a log. Not for use by applications.
 */
public final class MaskedText {
  /** What stands in place of a value that must not be shown. */
  public static final String MASK = "***";

  /**
   * A text that may be logged is a word such as a case name or a version; free text in its place is
   * not shown.
   */
  private static final Pattern WORD = Pattern.compile("[\\p{Alnum}._:+-]{1,40}");

  private final StringJoiner text;

  /**
   * Starts the text.
   *
   * @param type the simple name of the class
   */
  public MaskedText(String type) {
    this.text = new StringJoiner(", ", type + "[", "]");
  }

  /**
   * Adds a property that the contract allows to be logged.
   *
   * @param name its name
   * @param value its value; null is left out
   */
  public void show(String name, Object value) {
    if (value != null) {
      text.add(name + "=" + shown(value));
    }
  }

  /**
   * Adds a property without its value. Of an object of the contract, its own masked text is added;
   * of a collection, the size.
   *
   * @param name its name
   * @param value its value; null is left out
   */
  public void mask(String name, Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof WireObject || value instanceof OpenValue) {
      text.add(name + "=" + value);
    } else if (value instanceof Collection<?> collection) {
      text.add(name + "=<" + collection.size() + ">");
    } else {
      text.add(name + "=" + MASK);
    }
  }

  /**
   * Adds how many fields there are that the contract does not know.
   *
   * @param count their number
   * @return this text
   */
  public MaskedText more(int count) {
    if (count > 0) {
      text.add("more=<" + count + ">");
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String shown(Object value) {
    if (value instanceof Number || value instanceof Boolean || value instanceof OpenValue) {
      return value.toString();
    }
    if (value instanceof String word && WORD.matcher(word).matches()) {
      return word;
    }
    if (value instanceof Collection<?> collection) {
      StringJoiner elements = new StringJoiner(", ", "[", "]");
      collection.forEach(element -> elements.add(element == null ? "null" : shown(element)));
      return elements.toString();
    }
    if (value instanceof Map<?, ?> map) {
      return "<" + map.size() + ">";
    }
    return MASK;
  }
}
