package dev.casewright.mockserver.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockServerBuilder;
import dev.casewright.mockserver.MockSpace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** The extension in a field, with a server of any settings. */
class CasewrightMockExtensionTest {

  private static final Instant NOON = Instant.parse("2031-03-04T12:00:00Z");
  private static final String SERVER = "server";

  @Test
  void aStaticFieldHasAServerOfItsOwnSettings() {
    assertThat(Ran.of(OwnSettings.class).failures()).isEmpty();
  }

  static class OwnSettings {
    @RegisterExtension
    static final CasewrightMockExtension MOCK =
        CasewrightMockExtension.builder()
            .server(MockServer.builder().clock(Clock.fixed(NOON, ZoneOffset.UTC)))
            .build();

    @BeforeAll
    static void isThereFromTheStart(MockServer server) {
      assertThat(MOCK.server()).isSameAs(server);
    }

    @Test
    void goesByTheClock(MockSpace space) {
      assertThat(space.clock().now()).isEqualTo(NOON);
      assertThatThrownBy(MOCK::space)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Take it as a parameter of the test");
    }
  }

  @Test
  void withoutSettingsItUsesTheServerOfTheAnnotation() {
    Ran ran = Ran.of(NoSettings.class, Annotated.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(Set.copyOf(ran.told(SERVER))).hasSize(1);
  }

  static class NoSettings {
    @RegisterExtension
    static final CasewrightMockExtension MOCK = CasewrightMockExtension.builder().build();

    @Test
    void tells(MockServer server, TestReporter told) {
      told.publishEntry(SERVER, server.opalUrl().toString());
    }
  }

  @CasewrightMock
  static class Annotated {
    @Test
    void tells(MockServer server, TestReporter told) {
      told.publishEntry(SERVER, server.opalUrl().toString());
    }
  }

  @Test
  void subclassesOfABaseClassStayInOneSpaceUnderTheSameCredentials() {
    Ran ran = Ran.of(First.class, Second.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.told("login")).hasSize(4);
    assertThat(Set.copyOf(ran.told("login"))).hasSize(1);
  }

  abstract static class Base {
    @RegisterExtension
    static final CasewrightMockExtension MOCK =
        CasewrightMockExtension.builder().spacePer(SpacePer.CLASS).build();

    @RepeatedTest(2)
    void isAsNew(TestReporter told) {
      told.publishEntry("login", MOCK.access().opalLogin());
      long report = MOCK.space().reportIds("READY TO REVIEW").get(0);
      assertThat(Caller.opal(MOCK.access(), "/reports/" + report + "/pdf_report")).isEqualTo(422);
      MOCK.space().setReportStatus(report, "APPROVED");
    }
  }

  static class First extends Base {}

  static class Second extends Base {}

  @Test
  void theServerIsThereBeforeAFrameworkPreparesTheOneInstance() {
    assertThat(Ran.of(PreparedEarly.class).failures()).isEmpty();
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class PreparedEarly {
    @RegisterExtension
    static final CasewrightMockExtension MOCK =
        CasewrightMockExtension.builder().spacePer(SpacePer.CLASS).build();

    /** As Spring starts its application. */
    @RegisterExtension static final Framework FRAMEWORK = new Framework();

    @Test
    void runs() {}
  }

  static class Framework implements TestInstancePostProcessor {
    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
      assertThat(Caller.opal(PreparedEarly.MOCK.access(), "/reports?limit=1")).isEqualTo(200);
    }
  }

  @Test
  void aFieldOfAnInstanceHasAServerForTheTest() {
    Ran ran = Ran.of(FieldOfAnInstance.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.told(SERVER)).hasSize(2).doesNotHaveDuplicates();
  }

  static class FieldOfAnInstance {
    private static final MockServerBuilder EMPTY = MockServer.builder().seedPack("empty");

    @RegisterExtension
    final CasewrightMockExtension mock = CasewrightMockExtension.builder().server(EMPTY).build();

    @RepeatedTest(2)
    void tells(MockSpace space, TestReporter told) {
      assertThat(mock.space().name()).isEqualTo(space.name());
      assertThat(mock.space().reportIds()).isEmpty();
      told.publishEntry(SERVER, mock.server().opalUrl().toString());
    }
  }

  @Test
  void findingsLetATestFailHereToo() {
    assertThat(Ran.of(Strict.class).failures())
        .singleElement()
        .satisfies(
            failure -> assertThat(failure).hasMessageContaining("credentials-over-plain-http"));
  }

  static class Strict {
    @RegisterExtension
    static final CasewrightMockExtension MOCK =
        CasewrightMockExtension.builder().failOnFindings(true).build();

    @Test
    void sendsItsKeyWithoutTls(MockAccess mock) {
      Caller.get(mock, mock.httpUrl().resolve("/reports"));
    }
  }

  @Test
  void beforeTheStartItSaysWhereItBelongs() {
    assertThatThrownBy(() -> CasewrightMockExtension.builder().build().server())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("static field with @RegisterExtension");
  }
}
