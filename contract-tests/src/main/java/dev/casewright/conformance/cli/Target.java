package dev.casewright.conformance.cli;

import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * What is to be checked.
 *
 * @param opal the Opal API, if it is
 * @param emedgene the Emedgene API, if it is
 * @param mock the admin API of the mock server, if the target is one
 * @param tls whom to trust
 */
record Target(
    Optional<ApiAddress> opal,
    Optional<ApiAddress> emedgene,
    Optional<MockAccess> mock,
    SSLContext tls) {

  boolean isOfThisMachine() {
    return Stream.of(opal, emedgene)
        .flatMap(Optional::stream)
        .allMatch(address -> TargetUrl.isOfThisMachine(address.baseUrl()));
  }
}
