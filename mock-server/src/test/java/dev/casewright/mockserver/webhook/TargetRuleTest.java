package dev.casewright.mockserver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRuleTest {

  private final TargetRule loopback = new TargetRule(false, TargetRuleTest::lookUp);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9999/hook",
        "https://127.0.0.1/hook?a=b",
        "HTTP://127.1.2.3",
        "http://[::1]:9999/",
        "http://localhost:9999/"
      })
  void thisMachineIsATarget(String url) {
    assertThatCode(() -> loopback.checked(URI.create(url))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.1/",
        "http://0.0.0.0/",
        "http://[::]/",
        "http://169.254.169.254/latest",
        "http://[::ffff:192.0.2.1]/",
        "http://3221225985/",
        "http://no-such-host.test/",
        "http://half-here.test/"
      })
  void nothingElseIs(String url) {
    assertThatThrownBy(() -> loopback.checked(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> loopback.addresses(URI.create(url)))
        .isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1/",
        "file:///etc/hosts",
        "/hook",
        "http:opaque",
        "http:///hook",
        "http://user:canary@127.0.0.1/",
        "http://127.0.0.1/#part",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:70000/"
      })
  void whatIsNoAddressIsRefused(String url) {
    assertThatThrownBy(() -> new TargetRule(true, TargetRuleTest::lookUp).checked(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
  }

  @Test
  void anywhereIsGoodIfItIsAllowed() {
    URI url = URI.create("http://192.0.2.1/");

    assertThat(new TargetRule(true, TargetRuleTest::lookUp).checked(url)).isEqualTo(url);
  }

  /** Knows its names by itself, so that no name server is asked. */
  private static InetAddress[] lookUp(String host) throws UnknownHostException {
    return switch (host) {
      case "no-such-host.test" -> throw new UnknownHostException(host);
      case "half-here.test" ->
          new InetAddress[] {
            InetAddress.getByName("127.0.0.1"), InetAddress.getByName("192.0.2.1")
          };
      default -> InetAddress.getAllByName(host);
    };
  }
}
