package dev.casewright.mockserver.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What the extension puts into parameters, and what it leaves to others. */
class ParametersTest {

  @Test
  void everyParameterGetsWhatItSays() {
    Ran ran = Ran.of(AllOfThem.class);

    assertThat(ran.failures()).isEmpty();
    assertThat(ran.succeeded()).isEqualTo(2);
  }

  @CasewrightMock
  static class AllOfThem {

    @BeforeAll
    static void whatBelongsToTheServerIsThereFromTheStart(
        MockServer server,
        @OpalUrl URI opal,
        @EmedgeneUrl String emedgene,
        @MockTls SSLContext tls) {
      assertThat(opal).isEqualTo(server.opalUrl());
      assertThat(emedgene).isEqualTo(server.emedgeneUrl().toString());
      assertThat(tls).isSameAs(server.sslContext());
    }

    @Test
    void credentialsLeadIntoTheSpace(MockSpace space, DemoCredentials key, MockAccess mock) {
      assertThat(key).isEqualTo(space.credentials()).isEqualTo(mock.credentials());
      assertThat(Caller.opal(mock, "/reports/" + space.reportIds().get(0))).isEqualTo(200);
    }

    @Test
    void accessHasAllThatAClientNeeds(MockServer server, MockAccess mock) {
      assertThat(mock.opalUrl()).isEqualTo(server.opalUrl());
      assertThat(mock.emedgeneUrl()).isEqualTo(server.emedgeneUrl());
      assertThat(mock.httpUrl()).isEqualTo(server.httpUrl());
      assertThat(mock.sslContext()).isSameAs(server.sslContext());
      assertThat(mock.caCertificatePem()).startsWith("-----BEGIN CERTIFICATE-----\n");
      assertThat(mock.emedgeneUsername()).isEqualTo(mock.credentials().emedgeneUsername());
      assertThat(mock).hasToString("mock at " + server.opalUrl());
    }
  }

  @Test
  void otherResolversKeepTheirParameters() {
    assertThat(Ran.of(BesideAnother.class).failures()).isEmpty();
  }

  @CasewrightMock
  @ExtendWith(OtherResolver.class)
  static class BesideAnother {
    @Test
    void takesOfBoth(URI other, @OpalUrl URI opal, SSLContext tls) {
      assertThat(other).isNotEqualTo(opal);
      assertThat(tls).isNotNull();
    }
  }

  static class OtherResolver implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> type = parameter.getParameter().getType();
      return !parameter.isAnnotated(OpalUrl.class)
          && (type == URI.class || type == SSLContext.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      try {
        return parameter.getParameter().getType() == URI.class
            ? URI.create("https://other.example")
            : SSLContext.getDefault();
      } catch (java.security.NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void anAnnotationOnAWrongTypeSaysWhichAreRight() {
    assertThat(Ran.of(WrongType.class).failures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasStackTraceContaining(
                        "A parameter with @OpalUrl has to be a java.net.URI or a String."));
  }

  @CasewrightMock
  static class WrongType {
    @Test
    void asks(@OpalUrl int port) {}
  }

  @Test
  void aPlainAddressThatIsNotThereSaysHowToGetIt() {
    assertThat(Ran.of(NoPlainPort.class).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasMessageContaining("plainHttp = true"));
  }

  @CasewrightMock
  static class NoPlainPort {
    @Test
    void asks(MockAccess mock) {
      mock.plainHttpUrl();
    }
  }
}
