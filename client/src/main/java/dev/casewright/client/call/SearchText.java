package dev.casewright.client.call;

/** What a search is allowed to ask for. */
public final class SearchText {
  private SearchText() {}

  /**
   * Refuses a text that would find everything.
   *
   * @param text the text to search for
   * @param name what it is called, for the message
   * @return the text as it is
   * @throws IllegalArgumentException if the text is blank; nothing was sent then
   */
  public static String required(String text, String name) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(
          "The " + name + " is blank and would find everybody's: give the text to search for.");
    }
    return text;
  }
}
