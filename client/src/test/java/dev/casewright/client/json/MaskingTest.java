package dev.casewright.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casewright.client.emedgene.model.CreatedCase;
import dev.casewright.client.emedgene.model.Gender;
import dev.casewright.client.emedgene.model.LoginAnswer;
import dev.casewright.client.emedgene.model.LoginRequest;
import dev.casewright.client.fixture.Samples;
import dev.casewright.client.opal.model.Report;
import dev.casewright.client.opal.model.ReportStatus;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {
  private final ObjectMapper mapper = WireJson.newMapper();

  @Test
  void aReportShowsIdsAndStatusAndNothingOfThePatient() throws Exception {
    Report report =
        mapper.readValue(Samples.read("opal-report-sample.json"), Report.class).toBuilder()
            .additionalField("Canary_Key", TextNode.valueOf(Samples.CANARY))
            .build();

    assertThat(report.toString())
        .contains("id=1202", "status=READY TO REVIEW", "accession_id=***", "more=<1>")
        .contains("patient_dict=PatientDict[", "first_name=***")
        .doesNotContain("John", "Doe", "2014", "FLCMRCG479Y", "asthma", "panel,", "Canary");
  }

  @Test
  void anUnknownStatusIsNotShownSinceItMayBeAnything() {
    assertThat(ReportStatus.of("APPROVED")).hasToString("APPROVED");
    assertThat(ReportStatus.of(Samples.CANARY)).hasToString("***");
    assertThat(Gender.MALE).hasToString("***");
  }

  @Test
  void freeTextInPlaceOfACaseNameIsNotShown() {
    assertThat(CreatedCase.builder().name("EMG000000001").build().toString())
        .contains("EMG000000001");
    assertThat(CreatedCase.builder().name(Samples.CANARY).build().toString())
        .doesNotContain(Samples.CANARY);
  }

  @Test
  void secretsAreNeverShown() {
    assertThat(LoginRequest.builder().username("u-canary").password("p-canary").build().toString())
        .doesNotContain("canary");
    assertThat(LoginAnswer.builder().accessToken("t-canary").tokenType("bearer").build().toString())
        .doesNotContain("canary");
  }

  /** With a value in every property, of every generated class. */
  @ParameterizedTest
  @MethodSource("models")
  void noModelShowsFreeText(Class<?> model) throws Exception {
    assertThat(filled(model).toString()).doesNotContain("Canary", "1931", "4711.5");
  }

  static Stream<Class<?>> models() throws Exception {
    URI classes = Report.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    List<Class<?>> models;
    try (Stream<Path> files = Files.walk(Path.of(classes))) {
      models =
          files
              .filter(file -> file.getParent().endsWith("model"))
              .map(file -> Path.of(classes).relativize(file).toString())
              .filter(name -> name.endsWith(".class") && !name.contains("$"))
              .map(name -> name.replace(".class", "").replace('/', '.'))
              .<Class<?>>map(MaskingTest::load)
              .filter(WireObject.class::isAssignableFrom)
              .toList();
    }
    assertThat(models).hasSizeGreaterThan(50);
    return models.stream();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static Object filled(Class<?> model) throws Exception {
    Object builder = model.getMethod("builder").invoke(null);
    for (Method method : builder.getClass().getMethods()) {
      if (method.isAnnotationPresent(JsonProperty.class)) {
        method.invoke(builder, valueOf(method.getGenericParameterTypes()[0], model));
      }
    }
    builder
        .getClass()
        .getMethod("additionalField", String.class, JsonNode.class)
        .invoke(builder, "Canary", TextNode.valueOf(Samples.CANARY));
    Object value = builder.getClass().getMethod("build").invoke(builder);
    for (Field field : model.getDeclaredFields()) {
      assertThat(field.toString()).as("every field is final").contains("final");
    }
    return value;
  }

  private static Object valueOf(Type type, Class<?> outer) throws Exception {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      Object element = valueOf(last, outer);
      return generic.getRawType() == List.class ? List.of(element) : Map.of("Canary", element);
    }
    Class<?> plain = (Class<?>) type;
    if (OpenValue.class.isAssignableFrom(plain)) {
      return plain.getMethod("of", String.class).invoke(null, Samples.CANARY);
    }
    if (WireObject.class.isAssignableFrom(plain)) {
      return plain == outer ? null : filled(plain);
    }
    return Map.<Class<?>, Object>of(
            String.class,
            Samples.CANARY,
            Long.class,
            1L,
            Integer.class,
            1,
            Boolean.class,
            true,
            BigDecimal.class,
            new BigDecimal("4711.5"),
            LocalDateTime.class,
            LocalDateTime.of(1931, 1, 1, 0, 0),
            LocalDate.class,
            LocalDate.of(1931, 1, 1),
            Instant.class,
            Instant.parse("1931-01-01T00:00:00Z"),
            JsonNode.class,
            TextNode.valueOf(Samples.CANARY))
        .get(plain);
  }
}
