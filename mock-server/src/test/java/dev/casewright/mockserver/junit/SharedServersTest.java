package dev.casewright.mockserver.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import dev.casewright.mockserver.Threads;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Which classes share a server, and when it is closed. */
class SharedServersTest {

  private static final String SERVER = "server";

  @Test
  void classesWithTheSameSettingsShareOneServer() {
    Ran ran = Ran.of(Plain.class, AlsoPlain.class, Inherits.class, SpaceForTheClass.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.told(SERVER)).hasSize(4);
    assertThat(Set.copyOf(ran.told(SERVER))).hasSize(1);
  }

  @CasewrightMock
  static class Plain {
    @Test
    void tells(MockServer server, TestReporter told) {
      told.publishEntry(SERVER, server.opalUrl().toString());
    }
  }

  @CasewrightMock(seedPack = "small", progress = "2s", failOnFindings = true)
  static class AlsoPlain extends Plain {}

  static class Inherits extends Plain {}

  @CasewrightMock(spacePer = SpacePer.CLASS)
  static class SpaceForTheClass extends Plain {}

  @Test
  void classesWithOtherSettingsHaveServersOfTheirOwn() {
    Ran ran = Ran.of(Plain.class, Empty.class, Deviant.class, Composed.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.told(SERVER)).hasSize(5).doesNotHaveDuplicates();
  }

  @CasewrightMock(seedPack = "empty")
  static class Empty extends Plain {

    @Test
    void hasNoReports(MockSpace space) {
      assertThat(space.reportIds()).isEmpty();
    }

    @Nested
    @CasewrightMock(
        reportProgress = "at-once",
        switches = "opal-list-shape=array",
        plainHttp = true,
        webhooksAnywhere = true)
    class WithOtherSettings {

      @Test
      void hasThoseOfTheNearestAnnotation(MockSpace space, MockAccess mock, TestReporter told) {
        told.publishEntry(SERVER, mock.opalUrl().toString());
        assertThat(space.reportIds("READY TO REVIEW")).isNotEmpty();
        assertThat(space.switches().value("opal-list-shape")).isEqualTo("array");
        assertThat(Caller.get(mock, mock.plainHttpUrl().resolve("/reports"))).isEqualTo(200);
      }
    }
  }

  @CasewrightMock(deviations = "OPAL-FIND-01")
  static class Deviant extends Plain {

    @Test
    void breaksTheRequirement(MockServer server) {
      assertThat(server.deviations().ids()).containsExactly("OPAL-FIND-01");
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @CasewrightMock(progress = "reads:2")
  @interface SlowCases {}

  @SlowCases
  static class Composed {
    @Test
    void tells(MockServer server, TestReporter told) {
      assertThat(server.progress().ofCases()).hasToString("reads:2");
      told.publishEntry(SERVER, server.opalUrl().toString());
    }
  }

  @Test
  void noPortIsOpenAndNoThreadLeftAtTheEnd() {
    Set<Thread> before = Threads.named("casewright-mock-scheduler");
    Ran ran = Ran.of(Plain.class, Empty.class);

    Set<Thread> since = Threads.named("casewright-mock-scheduler");
    since.removeAll(before);
    Threads.assertEnd(since);
    assertThat(ran.told(SERVER)).hasSizeGreaterThan(1).allSatisfy(SharedServersTest::isClosed);
  }

  private static void isClosed(String address) {
    assertThatThrownBy(
            () -> new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort()))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void theServerOutlivesTheClassThatStartedIt() {
    Ran ran = Ran.of(LooksAtTheEnd.class, AlsoPlain.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(Set.copyOf(ran.told(SERVER))).hasSize(1);
  }

  static class LooksAtTheEnd extends Plain {
    @AfterAll
    static void isStillThere(@OpalUrl URI opal) throws Exception {
      new Socket(InetAddress.getLoopbackAddress(), opal.getPort()).close();
    }
  }

  @Test
  void settingsThatAreNoneEndTheClassWithWhatIsAllowed() {
    for (Class<?> wrong : List.of(WrongSwitch.class, WrongProgress.class, WrongDeviation.class)) {
      Ran ran = Ran.of(wrong);

      assertThat(ran.succeeded()).isZero();
      assertThat(ran.failures()).singleElement().isInstanceOf(IllegalArgumentException.class);
    }
  }

  @CasewrightMock(switches = "opal-list-shape")
  static class WrongSwitch extends Plain {}

  @CasewrightMock(progress = "soon")
  static class WrongProgress extends Plain {}

  @CasewrightMock(deviations = "OPAL-NONE-99")
  static class WrongDeviation extends Plain {}
}
