package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.MockSpace;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the tests of a class against a mock server, like {@link CasewrightMock}, with all settings
 * that a {@link MockServerBuilder} has; and tells addresses and credentials where no parameter can,
 * such as in {@code @DynamicPropertySource} of Spring.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CasewrightMockExtension MOCK =
 *     CasewrightMockExtension.builder().spacePer(SpacePer.CLASS).build();
 * }</pre>
 *
 * <p>It belongs in a static field. A server with settings of its own then lives until the end of
 * the run, and extensions that were given the same builder share it; in a field of an instance it
 * is started for each instance. Parameters, spaces and what happens when a test fails are as with
 * the annotation. A class has either of them, once. Thread-safe.
 */
public final class CasewrightMockExtension extends MockExtension {

  private final Optional<MockServerBuilder> server;
  private final Plan plan;
  private volatile Optional<Current> current = Optional.empty();
  private volatile boolean ofTheClass;

  private CasewrightMockExtension(Builder settings) {
    ServerSettings defaults = ServerSettings.defaults();
    Supplier<MockServerBuilder> start =
        settings
            .server
            .<Supplier<MockServerBuilder>>map(own -> () -> own)
            .orElse(defaults::builder);
    this.server = settings.server;
    this.plan =
        new Plan(
            settings.server.<Object>map(own -> own).orElse(defaults),
            start,
            settings.spacePer,
            this,
            settings.failOnFindings);
  }

  /**
   * Settings of an extension. Without any it does what {@link CasewrightMock} does without
   * attributes, on the same server.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The server.
   *
   * @return the running server
   * @throws IllegalStateException if JUnit did not start it yet
   */
  public MockServer server() {
    return begun().server();
  }

  /**
   * The space of the tests.
   *
   * @return the space, with {@link SpacePer#CLASS} or in a field of an instance
   * @throws IllegalStateException if each test has its own, or JUnit did not start the server yet
   */
  public MockSpace space() {
    return begun()
        .space()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Each test has a space of its own. Take it as a parameter of the test, or have"
                        + " one for the class with spacePer(SpacePer.CLASS)."));
  }

  /**
   * All that a client needs to get at the space of the tests.
   *
   * @return addresses, trust and credentials
   * @throws IllegalStateException as {@link #space}
   */
  public MockAccess access() {
    return new MockAccess(server(), space());
  }

  /** Called by JUnit. */
  @Override
  public void beforeAll(ExtensionContext context) {
    ofTheClass = true;
    super.beforeAll(context);
    Lifecycle lifecycle = lifecycle(context);
    current = Optional.of(new Current(lifecycle.server(), lifecycle.space(context)));
  }

  /** Called by JUnit. */
  @Override
  public void beforeEach(ExtensionContext context) {
    super.beforeEach(context);
    if (!ofTheClass) {
      Lifecycle lifecycle = lifecycle(context);
      current = Optional.of(new Current(lifecycle.server(), lifecycle.space(context)));
    }
  }

  @Override
  Lifecycle lifecycle(ExtensionContext context) {
    boolean forThisTestOnly = server.isPresent() && !ofTheClass;
    return new Lifecycle(plan, forThisTestOnly ? context : context.getRoot());
  }

  private Current begun() {
    return current.orElseThrow(
        () ->
            new IllegalStateException(
                "JUnit did not start the mock server yet. Put the extension into a static field"
                    + " with @RegisterExtension, and ask it in tests and life cycle methods."));
  }

  private record Current(MockServer server, Optional<MockSpace> space) {}

  /** Settings of an extension. Not thread-safe. */
  public static final class Builder {

    private Optional<MockServerBuilder> server = Optional.empty();
    private SpacePer spacePer = SpacePer.TEST;
    private boolean failOnFindings;

    private Builder() {}

    /**
     * A server with settings of its own; the one of {@link CasewrightMock} without attributes
     * unless set.
     *
     * @param settings what starts it; extensions with the same object share the server
     * @return this builder
     */
    public Builder server(MockServerBuilder settings) {
      this.server = Optional.of(settings);
      return this;
    }

    /**
     * For how long tests stay in one space; {@link SpacePer#TEST} unless set.
     *
     * @param scope a test or a class
     * @return this builder
     */
    public Builder spacePer(SpacePer scope) {
      this.spacePer = Objects.requireNonNull(scope, "scope");
      return this;
    }

    /**
     * Whether a test fails that ends with findings about its client; it does not unless set.
     *
     * @param fail true to let it fail
     * @return this builder
     */
    public Builder failOnFindings(boolean fail) {
      this.failOnFindings = fail;
      return this;
    }

    /**
     * Makes the extension.
     *
     * @return an extension for {@code @RegisterExtension}
     */
    public CasewrightMockExtension build() {
      return new CasewrightMockExtension(this);
    }
  }
}
