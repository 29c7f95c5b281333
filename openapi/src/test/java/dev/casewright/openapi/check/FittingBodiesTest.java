package dev.casewright.openapi.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.openapi.check.FittingBodies.Key;
import org.junit.jupiter.api.Test;

class FittingBodiesTest {

  private final FittingBodies fitting = new FittingBodies(2);

  @Test
  void bodyIsKnownByWhatItHolds() {
    fitting.add(key("/a", "{}"));

    assertThat(fitting.contains(key("/a", "{}"))).isTrue();
    assertThat(fitting.contains(key("/a", "{ }"))).isFalse();
  }

  @Test
  void bodyThatFitsOneSchemaNeedNotFitAnother() {
    fitting.add(key("/a", "{}"));

    assertThat(fitting.contains(key("/b", "{}"))).isFalse();
  }

  @Test
  void whatWasNotUsedForLongestIsForgotten() {
    fitting.add(key("/a", "1"));
    fitting.add(key("/a", "2"));
    fitting.contains(key("/a", "1"));
    fitting.add(key("/a", "3"));

    assertThat(fitting.contains(key("/a", "1"))).isTrue();
    assertThat(fitting.contains(key("/a", "2"))).isFalse();
  }

  private static Key key(String schemaPointer, String body) {
    return Key.of(schemaPointer, body.getBytes(UTF_8));
  }
}
