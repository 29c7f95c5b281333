package dev.casewright.conformance.target;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives checks spaces of their own on a mock server. Thread-safe. */
public final class MockSpaces {

  private static final String SHARED = "shared";

  private final MockAdmin admin;
  private final Clock clock;
  private final String password;
  private final String prefix;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Memory> memories = new ConcurrentHashMap<>();

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
    return control(channels, prefix + count.incrementAndGet());
  }

  /**
   * A space for checks that change nothing.
   *
   * @param channels the ways to the server
   * @return the space
   */
  public TargetControl shared(Channels channels) {
    return control(channels, prefix + SHARED);
  }

  private MockControl control(Channels channels, String space) {
    return new MockControl(admin, channels, clock, space, password, this::memoryOf);
  }

  private Memory memoryOf(String space) {
    return memories.computeIfAbsent(space, name -> new Memory());
  }

  /**
   * Forgets a space that nobody shares.
   *
   * @param control a space that this gave
   */
  public void remove(TargetControl control) {
    ((MockControl) control).remove().forEach(memories::remove);
  }

  /**
   * Makes the space that is shared.
   *
   * @throws MockControlException if the admin API refuses
   * @throws NoAnswerException if it does not answer
   */
  public void open() {
    admin.ofSpace("GET", "", prefix + SHARED, "");
  }

  /** Forgets the space that is shared, when nobody uses it any more. */
  public void removeShared() {
    MockControl.remove(admin, prefix + SHARED);
  }
}
