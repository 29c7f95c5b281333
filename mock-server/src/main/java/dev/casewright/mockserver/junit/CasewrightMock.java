package dev.casewright.mockserver.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class against a mock server, each in a space of its own.
 *
 * <pre>{@code
 * @CasewrightMock
 * class ApprovedReportTest {
 *   @Test
 *   void findsTheApprovedReports(MockAccess mock, MockSpace space) { ... }
 * }
 * }</pre>
 *
 * <p>The server listens on free ports. It is started for the first class and closed after the last
 * test of the run; all classes with equal settings of the server share it. Constructors, life cycle
 * methods and tests may have these parameters:
 *
 * <ul>
 *   <li>{@link MockAccess}: all that a client needs
 *   <li>{@link dev.casewright.mockserver.MockSpace}: the space of the test, to be set up and looked
 *       at
 *   <li>{@link dev.casewright.mockserver.DemoCredentials}: what leads into that space
 *   <li>{@link dev.casewright.mockserver.MockServer}: the server; what is set there holds for all
 *       tests that share it
 *   <li>{@link OpalUrl}, {@link EmedgeneUrl}, {@link MockTls}: one thing each
 * </ul>
 *
 * <p>What belongs to the space of a test is refused where there is no test: in {@code @BeforeAll},
 * {@code @AfterAll} and the constructor of a class with one instance for all tests; unless {@link
 * #spacePer} is {@link SpacePer#CLASS}. Changes that {@code @BeforeAll} makes to that space are
 * gone when the first test begins.
 *
 * <p>When a test fails, what the server saw of it is printed to standard error. A test fails in any
 * case if an answer of the server broke its own contract while it ran.
 *
 * <p>The annotation is inherited by subclasses and nested classes, where the nearest one counts as
 * a whole, and can stand on annotations. {@link CasewrightMockExtension} does the same for settings
 * that have no attribute here. Values that are none end the start of the class with an {@link
 * IllegalArgumentException} that says what is allowed.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AnnotatedMock.class)
public @interface CasewrightMock {

  /**
   * The seed pack that spaces start with.
   *
   * @return {@code small}, {@code empty}, {@code large}, {@code large:SEED}, {@code
   *     large:SEED:REPORTS:CASES}, or the path of a folder
   */
  String seedPack() default "small";

  /**
   * How new cases go on by themselves.
   *
   * @return {@code at-once}, {@code never}, {@code reads:N}, or a time a step such as {@code 2s}
   */
  String progress() default "2s";

  /**
   * How reports go on by themselves that are being processed.
   *
   * @return said like {@link #progress}
   */
  String reportProgress() default "never";

  /**
   * The requirements that all spaces break.
   *
   * @return ids such as {@code OPAL-FIND-01}
   */
  String[] deviations() default {};

  /**
   * How all spaces read what the sources leave open.
   *
   * @return switches, each as {@code NAME=VALUE}, such as {@code opal-list-shape=array}
   */
  String[] switches() default {};

  /**
   * Whether a port answers both APIs without TLS: {@link MockAccess#plainHttpUrl}.
   *
   * @return true to open it
   */
  boolean plainHttp() default false;

  /**
   * Whether webhooks may be sent beyond this machine.
   *
   * @return true if any address is good
   */
  boolean webhooksAnywhere() default false;

  /**
   * For how long tests stay in one space.
   *
   * @return a space for each test, or one for the class
   */
  SpacePer spacePer() default SpacePer.TEST;

  /**
   * Whether a test fails that ends with findings about its client, such as a {@code Retry-After}
   * that it did not heed. A test that expects some ends with {@code space.judgement().clear()}.
   *
   * @return true to let it fail
   */
  boolean failOnFindings() default false;
}
