package dev.casewright.conformance.report;

import dev.casewright.conformance.run.RunSettings;
import dev.casewright.conformance.run.RunSettings.ApiAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What kind of server was checked. Reports tell this in place of its name. */
public enum TargetClass {
  /** The mock server, with its admin API. */
  MOCK_SERVER("mock server"),
  /** A server on the machine of the run. */
  THIS_MACHINE("a host of this machine"),
  /** Any other server. */
  ANOTHER_HOST("another host");

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private final String text;

  TargetClass(String text) {
    this.text = text;
  }

  static TargetClass of(RunSettings settings) {
    if (settings.mock().isPresent()) {
      return MOCK_SERVER;
    }
    boolean here =
        Stream.of(settings.opal(), settings.emedgene())
            .flatMap(address -> address.stream().map(ApiAddress::baseUrl))
            .map(URI::getHost)
            .allMatch(LOOPBACK::contains);
    return here ? THIS_MACHINE : ANOTHER_HOST;
  }

  @Override
  public String toString() {
    return text;
  }
}
