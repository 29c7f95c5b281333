package dev.casewright.client.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TlsSettingsTest {
  @Test
  void withoutSettingsTheJdkIsLeftAlone() {
    assertThat(TlsSettings.defaults().context()).isEmpty();
  }
}
