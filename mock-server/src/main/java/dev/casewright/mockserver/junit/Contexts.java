package dev.casewright.mockserver.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the way in JUnit's tree of classes and tests. */
final class Contexts {

  private Contexts() {}

  /** The context of the class that a test, or whatever else, belongs to. */
  static ExtensionContext ofClass(ExtensionContext context) {
    return upwards(context)
        .filter(each -> each.getTestMethod().isEmpty())
        .findFirst()
        .orElse(context);
  }

  /** The test class and those that it is nested in, from the inside out. */
  static List<ExtensionContext> classes(ExtensionContext context) {
    return upwards(ofClass(context)).filter(each -> each.getTestClass().isPresent()).toList();
  }

  private static Stream<ExtensionContext> upwards(ExtensionContext context) {
    return Stream.iterate(Optional.of(context), Optional::isPresent, each -> each.get().getParent())
        .map(Optional::get);
  }
}
