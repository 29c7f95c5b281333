package dev.casewright.conformance.report;

import dev.casewright.openapi.Api;
import java.util.List;
import java.util.stream.Collectors;

/** The names of the APIs, as people know them. */
final class Names {

  private Names() {}

  static String of(Api api) {
    return api == Api.OPAL ? "Omicia Opal" : "Illumina Emedgene";
  }

  static String of(List<Api> apis) {
    return apis.stream().map(Names::of).collect(Collectors.joining(" and "));
  }
}
