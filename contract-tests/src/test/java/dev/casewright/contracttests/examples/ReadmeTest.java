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
      Pattern.compile("<!-- snippet: (\\S+) -->\\R```\\w+\\R(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  @Test
  void everySnippetIsTheFileThatItNames() throws IOException {
    Map<String, String> shown = new TreeMap<>();
    for (Path page : pages()) {
      Matcher snippet = SNIPPET.matcher(Files.readString(page));
      while (snippet.find()) {
        shown.put(page + " shows " + snippet.group(1), snippet.group(2));
        assertThat(snippet.group(2))
            .as("%s shows %s", page, snippet.group(1))
            .isEqualTo(Files.readString(ROOT.resolve(snippet.group(1))));
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

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.find(ROOT, 3, (path, attributes) -> isPage(path))) {
      return files.sorted().toList();
    }
  }

  private static boolean isPage(Path path) {
    return path.toString().endsWith(".md") && !path.toString().contains("target");
  }
}
