package dev.casewright.conformance.mask;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what a failed assertion says, which may quote whole answers. */
final class Sentence {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_READ = 20_000;
  private static final int MOST_SHOWN = 600;

  private static final Pattern QUOTED = Pattern.compile("\"([^\"\n]*)\"");
  private static final Pattern CHUNK = Pattern.compile("[^\\s\"\\[\\](){},;=<>]+");
  private static final Pattern END_OF_CHUNK = Pattern.compile("[.:!?]+$");
  private static final Pattern SHORT_NUMBER = Pattern.compile("-?\\d{1,3}");
  private static final Pattern JOINTS = Pattern.compile("[.:/$@#_+-]+");
  private static final Pattern NAME_BEFORE_VALUE = Pattern.compile("\"\\s*[:=]\\s*$");

  /** What AssertJ adds that says nothing of the target: traces, classes, advice. */
  private static final Pattern NOISE =
      Pattern.compile(
          "(?m)^\\s*at .*$"
              + "|\\.\\.\\. \\d+ more"
              + "|\\.\\.\\.\\(\\d+ remaining lines not displayed[^)]*\\)"
              + "|\\borg\\.opentest4j\\.AssertionFailedError:"
              + "|\\bjava\\.lang\\.AssertionError:"
              + "|You can use 'matches\\(Predicate[\\s\\S]*?'is rookie' predicate");

  /** Before this AssertJ quotes the whole list, after it what is wrong. */
  private static final String WHOLE_LIST_BEFORE = "but these elements did not:";

  private static final Pattern MANY_MASKED = Pattern.compile("(\"?\\*\\*\\*\"?[,;:=\\s]*){2,}");
  private static final Pattern MANY_NAMES =
      Pattern.compile("((?:\"EMG\\d{9}\", ){3})(?:\"EMG\\d{9}\", ){3,}");

  private final Words words;
  private final Secrets secrets;
  private final Body body;
  private final Set<String> ids;
  private final String check;

  Sentence(Words words, Secrets secrets, Body body, Set<String> ids, String check) {
    this.words = words;
    this.secrets = secrets;
    this.body = body;
    this.ids = ids;
    this.check = check;
  }

  /** The text in one line, with nothing but what may be shown. */
  String mask(String text) {
    int wrong = text.indexOf(WHOLE_LIST_BEFORE);
    String telling =
        wrong < 0 ? text : "Wrong: " + text.substring(wrong + WHOLE_LIST_BEFORE.length());
    String read =
        NOISE
            .matcher(telling.length() > MOST_READ ? telling.substring(0, MOST_READ) : telling)
            .replaceAll("");
    String masked = MANY_MASKED.matcher(maskedPartsOf(read)).replaceAll("*** ");
    String line = MANY_NAMES.matcher(masked.replaceAll("\\s+", " ").strip()).replaceAll("$1... ");
    return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + " ..." : line;
  }

  private String maskedPartsOf(String text) {
    StringBuilder masked = new StringBuilder();
    Matcher quoted = QUOTED.matcher(text);
    Matcher chunk = CHUNK.matcher(text);
    int at = 0;
    while (at < text.length()) {
      int end = text.charAt(at) == '{' ? json(text, at, masked) : at;
      if (end > at) {
        at = end;
      } else if (text.startsWith("\"{", at)) {
        at++;
      } else if (quoted.region(at, text.length()).lookingAt()) {
        masked.append('"').append(quoted(quoted.group(1))).append('"');
        at = quoted.end();
      } else if (chunk.region(at, text.length()).lookingAt()) {
        boolean isValue = NAME_BEFORE_VALUE.matcher(masked).find();
        masked.append(isValue ? Piece.MASKED : chunk(chunk.group()));
        at = chunk.end();
      } else {
        masked.append(text.charAt(at));
        at++;
      }
    }
    return masked.toString();
  }

  /** Puts a JSON object in as its shape; where it ends, or where it starts if it is none. */
  private int json(String text, int start, StringBuilder masked) {
    String rest = text.substring(start);
    try (JsonParser parser = JSON.createParser(rest)) {
      JsonNode tree = parser.readValueAsTree();
      masked.append(body.shapeInLine(tree));
      return start + (int) parser.currentTokenLocation().getCharOffset() + 1;
    } catch (IOException notJson) {
      return start;
    }
  }

  private String quoted(String text) {
    boolean shown =
        text.isEmpty() || !secrets.areIn(text) && (words.isText(text) || isNumberOrName(text));
    return shown ? text : Piece.MASKED;
  }

  private String chunk(String chunk) {
    Matcher end = END_OF_CHUNK.matcher(chunk);
    String after = end.find() ? end.group() : "";
    String core = chunk.substring(0, chunk.length() - after.length());
    boolean shown =
        core.isEmpty()
            || !secrets.areIn(core)
                && (words.isWord(core)
                    || core.equals(check)
                    || isNumberOrName(core)
                    || isJoined(core));
    return (shown ? core : Piece.MASKED) + after;
  }

  private boolean isNumberOrName(String text) {
    String number = text.endsWith("L") ? text.substring(0, text.length() - 1) : text;
    return SHORT_NUMBER.matcher(number).matches()
        || ids.contains(number)
        || Words.CASE_NAME.matcher(text).matches();
  }

  /** Words or ids joined by signs, such as an address or a list of names. */
  private boolean isJoined(String text) {
    String[] parts = JOINTS.split(text);
    boolean hasWord = false;
    for (String part : parts) {
      boolean word = words.isWord(part);
      hasWord |= word;
      if (!part.isEmpty()
          && !word
          && !ids.contains(part)
          && !Words.CASE_NAME.matcher(part).matches()) {
        return false;
      }
    }
    return hasWord || parts.length == 0;
  }
}
