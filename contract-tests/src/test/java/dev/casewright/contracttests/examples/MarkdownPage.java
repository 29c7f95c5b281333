package dev.casewright.contracttests.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the documentation, and the blocks of code in it. */
record MarkdownPage(String text) {
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^(?:(<!-- snippet: \\S+ -->)\\R)?```(\\w*)\\R(.*?)^```", Pattern.DOTALL);

  static MarkdownPage read(Path file) {
    try {
      return new MarkdownPage(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Block> blocks() {
    return BLOCK.matcher(text).results().map(Block::of).toList();
  }

  List<Block> blocks(String language) {
    return blocks().stream().filter(block -> block.language().equals(language)).toList();
  }

  /**
   * A block of code.
   *
   * @param file the file that it is a part of, or null
   * @param language its language
   * @param text what stands in it
   */
  record Block(String file, String language, String text) {
    private static Block of(MatchResult found) {
      return new Block(found.group(1), found.group(2), found.group(3));
    }

    /** The first element of a name, tags included. */
    String element(String name) {
      int start = text.indexOf("<" + name + ">");
      String end = "</" + name + ">";
      return text.substring(start, text.indexOf(end) + end.length());
    }
  }
}
