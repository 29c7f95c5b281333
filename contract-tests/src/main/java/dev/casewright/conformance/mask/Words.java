package dev.casewright.conformance.mask;

import dev.casewright.openapi.Api;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * The words that may be shown: those of the texts of this suite and of AssertJ, and those of the
 * contracts. Immutable.
 */
final class Words {

  /** Names of cases: EMG and nine digits. */
  static final Pattern CASE_NAME = Pattern.compile("EMG\\d{9}");

  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9_'-]+");
  private static final Pattern PLACE_OF_VALUE = Pattern.compile("%[a-z]");
  private static final Pattern WITH_LETTER = Pattern.compile(".*[A-Za-z].*");

  private final List<ContractNames> contracts =
      Stream.of(Api.values()).map(ContractNames::new).toList();
  private final Set<String> words = new HashSet<>();
  private final Set<String> ownTexts;

  private Words() {
    ownTexts = TextConstants.of("dev.casewright.conformance", Words.class);
    Stream.concat(
            ownTexts.stream(),
            TextConstants.of("org.assertj.core.error", Assertions.class).stream())
        .map(text -> PLACE_OF_VALUE.matcher(text).replaceAll(" "))
        .flatMap(NO_WORD::splitAsStream)
        .filter(word -> WITH_LETTER.matcher(word).matches())
        .forEach(words::add);
  }

  /** The words that come with the suite; read once. */
  static Words known() {
    return Holder.WORDS;
  }

  ContractNames of(Api api) {
    return contracts.get(api.ordinal());
  }

  /** Whether a word may stand in a sentence. */
  boolean isWord(String word) {
    return words.contains(word) || isOfContract(word);
  }

  /** Whether a whole text, such as one in quotes, may be shown. */
  boolean isText(String text) {
    return ownTexts.contains(text) || isOfContract(text);
  }

  boolean isOfContract(String text) {
    return contracts.stream().anyMatch(each -> each.has(text));
  }

  private static final class Holder {
    static final Words WORDS = new Words();
  }
}
