package dev.casewright.conformance.target;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives checks spaces of their own on a mock server. Thread-safe. */
public final class MockSpaces {

  private final MockAdmin admin;
  private final Clock clock;
  private final String password;
  private final String prefix;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Spaces of a mock server.
   *
   * @param admin its admin API
   * @param clock tells the time
   * @param password the password of all its users
   * @param prefix what the names of the spaces start with
   */
  public MockSpaces(MockAdmin admin, Clock clock, String password, String prefix) {
    this.admin = admin;
    this.clock = clock;
    this.password = password;
    this.prefix = prefix;
  }

  /**
   * A space that nobody has used.
   *
   * @param channels the ways to the server
   * @return the space
   */
  public TargetControl fresh(Channels channels) {
    return new MockControl(admin, channels, clock, prefix + count.incrementAndGet(), password);
  }

  /**
   * A space for checks that change nothing.
   *
   * @param channels the ways to the server
   * @return the space
   */
  public TargetControl shared(Channels channels) {
    return new MockControl(admin, channels, clock, prefix + "shared", password);
  }

  /**
   * Forgets a space.
   *
   * @param control a space that this gave
   */
  public void remove(TargetControl control) {
    ((MockControl) control).remove();
  }
}
