package dev.casewright.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documentation shows is what the build compiles and runs, and what it links to exists.
 */
class ReadmeTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern SNIPPET =
      Pattern.compile(
          "<!-- snippet: ([^\\s#]+)(?:#(\\S+))? -->\\R```\\w+\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  @Test
  void everySnippetIsTheFileThatItNames() throws IOException {
    Map<String, String> shown = new TreeMap<>();
    for (Path page : pages()) {
      Matcher snippet = SNIPPET.matcher(Files.readString(page));
      while (snippet.find()) {
        shown.put(page + " shows " + snippet.group(1), snippet.group(3));
        assertThat(snippet.group(3))
            .as("%s shows %s %s", page, snippet.group(1), snippet.group(2))
            .isEqualTo(example(snippet.group(1), snippet.group(2)));
      }
    }
    assertThat(shown).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void everyLinkToAFileLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        assertThat(page.resolveSibling(link.group(1)))
            .as("the link %s of %s", link.group(1), page)
            .exists();
      }
    }
  }

  /** The whole file, or what stands between the marks of a region, moved to the left. */
  private static String example(String file, String region) throws IOException {
    String whole = Files.readString(ROOT.resolve(file));
    if (region == null) {
      return whole;
    }
    int start = whole.indexOf("// region " + region + "\n");
    assertThat(start).as("the region %s of %s", region, file).isPositive();
    String from = whole.substring(whole.indexOf('\n', start) + 1);
    return from.substring(0, from.indexOf("// endregion")).stripIndent().stripTrailing() + "\n";
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.find(ROOT, 3, (path, attributes) -> isPage(path))) {
      return files.sorted().toList();
    }
  }

  private static boolean isPage(Path path) {
    return path.toString().endsWith(".md") && !path.toString().contains("target");
  }
}
