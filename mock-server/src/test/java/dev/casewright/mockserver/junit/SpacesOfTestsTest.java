package dev.casewright.mockserver.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.transport.Limit;
import dev.casewright.mockserver.transport.Limits;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which test is in which space, and for how long. */
class SpacesOfTestsTest {

  private static final String SPACE = "space";

  @Test
  void constructorSetUpTestAndTearDownAreInOneSpace() {
    Ran ran = Ran.of(OneTest.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.told(SPACE)).hasSize(4).containsOnly("onetest-1");
  }

  @CasewrightMock
  static class OneTest {
    private final TestReporter told;

    OneTest(MockSpace space, TestReporter told) {
      this.told = told;
      tell(told, space);
    }

    @BeforeEach
    void before(MockSpace space) {
      tell(told, space);
    }

    @Test
    void runs(MockSpace space) {
      tell(told, space);
    }

    @AfterEach
    void after(MockSpace space) {
      tell(told, space);
    }
  }

  @Test
  void eachInvocationOfATestHasASpaceOfItsOwn() {
    Ran ran = Ran.of(ManyInvocations.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.told(SPACE)).hasSize(6).doesNotHaveDuplicates();
  }

  @CasewrightMock
  static class ManyInvocations {

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void parameterized(String value, MockSpace space, TestReporter told) {
      tell(told, space);
    }

    @RepeatedTest(3)
    void repeated(MockSpace space, TestReporter told) {
      tell(told, space);
    }

    @Test
    void single(MockSpace space, TestReporter told) {
      tell(told, space);
    }
  }

  @Test
  void dynamicTestsAreInTheSpaceOfTheirFactory() {
    Ran ran = Ran.of(Dynamic.class);

    assertThat(ran.succeeded()).isEqualTo(2);
    assertThat(ran.told(SPACE)).hasSize(2).containsOnly("dynamic-1");
  }

  @CasewrightMock
  static class Dynamic {

    @TestFactory
    Stream<DynamicTest> tests(MockSpace space, TestReporter told) {
      long report = space.reportIds("RUNNING").get(0);
      return Stream.of(
          DynamicTest.dynamicTest("first", () -> change(space, report, told)),
          DynamicTest.dynamicTest("second", () -> isChanged(space, report, told)));
    }

    private static void change(MockSpace space, long report, TestReporter told) {
      tell(told, space);
      space.setReportStatus(report, "APPROVED");
    }

    private static void isChanged(MockSpace space, long report, TestReporter told) {
      tell(told, space);
      assertThat(space.reportIds("APPROVED")).contains(report);
    }
  }

  @Test
  void testsOfNestedClassesAndOfOneInstanceHaveTheirOwnToo() {
    Ran ran = Ran.of(OneInstance.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.told(SPACE)).hasSize(3).doesNotHaveDuplicates();
  }

  @CasewrightMock
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance {

    @BeforeAll
    void takesTheServer(MockServer server) {
      assertThat(server.opalUrl()).isNotNull();
    }

    @Test
    void first(MockSpace space, TestReporter told) {
      tell(told, space);
    }

    @Test
    void second(MockSpace space, TestReporter told) {
      tell(told, space);
    }

    @Nested
    class Inner {
      @Test
      void third(MockSpace space, TestReporter told) {
        tell(told, space);
      }
    }
  }

  @Test
  void testsAtTheSameTimeNeverMeet() {
    Ran ran = Ran.atTheSameTime(AtTheSameTime.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(new HashSet<>(ran.told(SPACE))).hasSize(12);
  }

  @CasewrightMock
  static class AtTheSameTime {

    @RepeatedTest(12)
    void approvesTheOnlyOne(MockSpace space, MockAccess mock, TestReporter told) {
      long report = space.reportIds("READY TO REVIEW").get(0);
      assertThat(Caller.opal(mock, "/reports/" + report + "/pdf_report")).isEqualTo(422);
      space.setReportStatus(report, "APPROVED");
      assertThat(Caller.opal(mock, "/reports/" + report + "/pdf_report")).isEqualTo(200);
      tell(told, space);
    }
  }

  @Test
  void aSpaceIsForgottenWhenItsTestEnds() {
    Ran ran = Ran.of(MoreTestsThanSpaces.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.succeeded()).isEqualTo(10);
  }

  static class MoreTestsThanSpaces {
    @RegisterExtension
    static final CasewrightMockExtension MOCK =
        CasewrightMockExtension.builder()
            .server(MockServer.builder().limits(Limits.defaults().with(Limit.SPACES, 3)))
            .build();

    @RepeatedTest(10)
    void takesASpace(MockSpace space) {
      assertThat(space.reportIds()).isNotEmpty();
    }
  }

  @Test
  void whatBelongsToATestIsRefusedWhereThereIsNone() {
    Ran ran = Ran.of(SpaceTooEarly.class);

    assertThat(ran.failures()).hasSize(1);
    assertThat(ran.failures().get(0))
        .hasStackTraceContaining("Each test has a space of its own, and here is no test.");
  }

  @CasewrightMock
  static class SpaceTooEarly {

    @BeforeAll
    static void asks(MockAccess mock) {
      throw new AssertionError("Got " + mock);
    }

    @Test
    void isNotReached() {}
  }

  @Test
  void aSpaceForTheClassIsTheSameEverywhereAndAsNewForEachTest() {
    Ran ran = Ran.of(SpaceForTheClass.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.told(SPACE)).hasSize(4).containsOnly("spacefortheclass-1");
  }

  @CasewrightMock(spacePer = SpacePer.CLASS)
  static class SpaceForTheClass {

    @BeforeAll
    static void all(MockSpace space, TestReporter told) {
      tell(told, space);
      approveAll(space);
    }

    @RepeatedTest(2)
    void each(MockSpace space, TestReporter told) {
      tell(told, space);
      approveAll(space);
    }

    @Nested
    class Inner {
      @Test
      void nested(MockSpace space, TestReporter told) {
        tell(told, space);
        approveAll(space);
      }
    }

    private static void approveAll(MockSpace space) {
      List<Long> waiting = space.reportIds("READY TO REVIEW");
      assertThat(waiting).isNotEmpty();
      waiting.forEach(report -> space.setReportStatus(report, "APPROVED"));
    }
  }

  @Test
  void testsAtTheSameTimeInTheSpaceOfTheirClassAreToldWhatToDo() {
    Ran ran = Ran.atTheSameTime(TwoInOneSpace.class);

    assertThat(ran.failures())
        .singleElement()
        .satisfies(
            failure -> assertThat(failure).hasStackTraceContaining("ExecutionMode.SAME_THREAD"));
    assertThat(ran.succeeded()).isEqualTo(1);
  }

  @CasewrightMock(spacePer = SpacePer.CLASS)
  @ExtendWith(TwoInOneSpace.class)
  static class TwoInOneSpace implements AfterEachCallback {
    private static final CountDownLatch REFUSED = new CountDownLatch(1);

    @RepeatedTest(2)
    void holdsTheSpaceUntilTheOtherIsRefused() throws InterruptedException {
      assertThat(REFUSED.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void afterEach(ExtensionContext context) {
      REFUSED.countDown();
    }
  }

  private static void tell(TestReporter told, MockSpace space) {
    told.publishEntry(SPACE, space.name());
  }
}
