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

  /** The property by which the contract names a case, and only that, where it may be logged. */
  private static final String CASE_NAME_PROPERTY = "name";

  /** As the contract has it: a word such as a patient's name or an accession is none. */
  private static final Pattern CASE_NAME = Pattern.compile("EMG[0-9]{9}");

  /**
   * Any other text that may be logged is a word such as a version or the type of a file, of which
   * the contract knows no pattern; free text in its place is not shown.
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
   * Adds a property that the contract allows to be logged. A text that is called {@code name} has
   * to be the name of a case.
   *
   * @param name its name
   * @param value its value; null is left out
   */
  public void show(String name, Object value) {
    if (value != null) {
      boolean isNoCaseName =
          name.equals(CASE_NAME_PROPERTY)
              && value instanceof String word
              && !CASE_NAME.matcher(word).matches();
      text.add(name + "=" + (isNoCaseName ? MASK : shown(value)));
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
