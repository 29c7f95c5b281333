package dev.casewright.client.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBytesTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(ints = {-1, 0, 1, 7, 8, 9, 4_000_000})
  void anAnswerIsReadWholeWhateverLengthIsAnnounced(Integer announced) throws IOException {
    assertThat(text("{\"a\":12}".getBytes(StandardCharsets.UTF_8), announced))
        .isEqualTo("{\"a\":12}");
  }

  @Test
  void aMarkAtTheStartIsLeftOut() throws IOException {
    assertThat(text("\uFEFF{}".getBytes(StandardCharsets.UTF_8), 5)).isEqualTo("{}");
  }

  @Test
  void theTwoByteFormOfANulIsRefused() {
    byte[] bytes = {'"', (byte) 0xC0, (byte) 0x80, '"'};

    assertThatThrownBy(() -> text(bytes, null)).isInstanceOf(CharacterCodingException.class);
  }

  private static String text(byte[] bytes, Integer announced) throws IOException {
    AnswerBytes read = AnswerBytes.of(new ByteArrayInputStream(bytes), announced);
    return new String(
        Arrays.copyOfRange(read.bytes(), read.start(), read.start() + read.length()),
        StandardCharsets.UTF_8);
  }
}
