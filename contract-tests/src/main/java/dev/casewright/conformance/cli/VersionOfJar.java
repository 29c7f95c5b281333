package dev.casewright.conformance.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar. */
final class VersionOfJar implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "casewright-conformance "
          + Optional.ofNullable(VersionOfJar.class.getPackage().getImplementationVersion())
              .orElse("(not run from its jar)")
    };
  }
}
