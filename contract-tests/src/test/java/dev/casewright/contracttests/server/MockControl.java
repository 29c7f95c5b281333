package dev.casewright.contracttests.server;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.credentials.Caller;
import dev.casewright.mockserver.credentials.Tokens;
import dev.casewright.mockserver.space.Genome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a test needs of the mock server beyond the documented calls, in one space. */
public final class MockControl {

  /** Signs the tokens of a server that is to believe {@link #expiredToken()}. */
  static final String TOKEN_KEY = "key-of-the-contract-tests";

  private final MockServer server;
  private final MockAddresses addresses;
  private final MockSpace space;
  private final List<MockControl> others = new ArrayList<>();
  private final OpalTarget opal;
  private final EmedgeneTarget emedgene;

  MockControl(MockServer server, MockAddresses addresses, String name) {
    this.server = server;
    this.addresses = addresses;
    this.space = server.space(name);
    var credentials = space.credentials();
    this.opal =
        new OpalTarget(
            addresses.opal(),
            addresses.plainHttp(),
            credentials.opalLogin(),
            credentials.password());
    this.emedgene =
        new EmedgeneTarget(
            addresses.emedgene(),
            addresses.plainHttp(),
            credentials.emedgeneUsername(),
            credentials.password());
  }

  public OpalTarget opal() {
    return opal;
  }

  public EmedgeneTarget emedgene() {
    return emedgene;
  }

  /** Frees the memory of this space and of those beside it. */
  void removeSpaces() {
    space.remove();
    others.forEach(MockControl::removeSpaces);
  }

  /** A space whose objects are not those of this one. */
  public MockControl otherSpace() {
    MockControl other = new MockControl(server, addresses, space.name() + "other");
    others.add(other);
    return other;
  }

  /** Puts a case into a status, where it stays. */
  public void setCaseStatus(String name, String status) {
    space.setCaseStatus(name, status);
  }

  /** The external id of each report's genome, which no answer tells; empty without a genome. */
  public Map<Long, String> externalIds() {
    return ofGenomes(Genome::externalId);
  }

  /** The name of each report's genome, which no answer tells; empty without a genome. */
  public Map<Long, String> genomeNames() {
    return ofGenomes(Genome::name);
  }

  /** A token of this space's user that was good once and expired a minute ago. */
  public String expiredToken() {
    byte[] key = TOKEN_KEY.getBytes(StandardCharsets.UTF_8);
    return new Tokens(key, Duration.ofMinutes(-1), Clock.systemUTC())
        .issue(new Caller(space.name()));
  }

  private Map<Long, String> ofGenomes(Function<Genome, String> text) {
    Map<Long, String> texts = new LinkedHashMap<>();
    for (long id : space.reportIds()) {
      texts.put(id, space.genome(id).map(text).orElse(""));
    }
    return texts;
  }
}
