package dev.casewright.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Headers;
import feign.MethodMetadata;
import feign.Param;
import feign.RequestLine;
import feign.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedHeadersTest {
  private interface Samples {
    @RequestLine("GET /fixed")
    @Headers({"Accept: text/plain, text/html", "X-Part: one"})
    Response fixed();

    @RequestLine("GET /variable")
    @Headers("X-Part: {part}")
    Response variable(@Param("part") String part);
  }

  private final FixedHeaders headers = new FixedHeaders();
  private final List<MethodMetadata> methods = headers.parseAndValidateMetadata(Samples.class);

  @Test
  void headersWithoutVariablesAreTakenOutOfTheTemplate() {
    assertThat(headers.of(method("fixed")))
        .isEqualTo(Map.of("Accept", "text/plain, text/html", "X-Part", "one"));
    assertThat(template("fixed")).isEmpty();
  }

  @Test
  void headersWithVariablesAreLeftToFeign() {
    assertThat(headers.of(method("variable"))).isEmpty();
    assertThat(template("variable")).containsOnlyKeys("X-Part");
  }

  private Map<String, ?> template(String name) {
    return methods.stream()
        .filter(metadata -> metadata.method().getName().equals(name))
        .findFirst()
        .orElseThrow()
        .template()
        .headers();
  }

  private static Method method(String name) {
    return Arrays.stream(Samples.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
