package dev.casewright.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casewright.conformance.target.Answer;
import dev.casewright.conformance.target.Channel;
import dev.casewright.conformance.target.EmedgeneTarget;
import dev.casewright.conformance.target.Memory;
import dev.casewright.conformance.target.Message;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run remembers of a space, and for how long. */
class MemoryTest {

  private final Memory memory = new Memory();
  private final AtomicInteger searches = new AtomicInteger();

  @Test
  void subjectIsLookedForOnce() {
    find();

    assertThat(find()).isEqualTo(1);
  }

  @Test
  void failedSearchIsMadeAgain() {
    assertThatThrownBy(
            () ->
                memory.subject(
                    "subject",
                    Integer.class,
                    () -> {
                      throw new AssertionError("The list is not JSON.");
                    }))
        .isInstanceOf(AssertionError.class);

    assertThat(find()).isEqualTo(1);
  }

  @Test
  void whatIsKeptOutlivesAChange() {
    memory.keep("token", "abc");
    memory.forgetSubjects();

    assertThat(memory.kept("token", String.class, () -> "other")).isEqualTo("abc");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/cases/v2/cases, 201, 2",
    "PUT, /api/test/EMG000000001, 200, 2",
    "POST, /api/cases/v2/cases?dry_run=true, 200, 1",
    "POST, /api/auth/v2/api_login/, 200, 1",
    "PUT, /api/test/EMG000000001, 400, 1",
    "GET, /api/test, 200, 1"
  })
  void subjectIsLookedForAgainAfterAChangeOnly(
      String method, String target, int status, int expected) {
    find();
    targetThatAnswersWith(status).send(method, target, Map.of(), null);

    assertThat(find()).isEqualTo(expected);
  }

  private int find() {
    return memory.subject("subject", Integer.class, searches::incrementAndGet);
  }

  private EmedgeneTarget targetThatAnswersWith(int status) {
    Channel channel =
        new Channel() {
          @Override
          public URI baseUrl() {
            return URI.create("http://localhost");
          }

          @Override
          public Answer send(Message message) {
            return new Answer(
                status,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                "{}".getBytes(StandardCharsets.UTF_8));
          }
        };
    return new EmedgeneTarget(channel, channel, "user", "password", memory);
  }
}
