package dev.casewright.client.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casewright.client.json.OpenValue;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Two clients in one program share nothing that one of them could change for the other. */
class NoStaticStateTest {
  private static final List<Class<?>> IMMUTABLE =
      List.of(
          String.class,
          Integer.class,
          Long.class,
          Double.class,
          Boolean.class,
          Character.class,
          Enum.class,
          Class.class,
          Duration.class,
          Pattern.class,
          DateTimeFormatter.class,
          Logger.class,
          OpenValue.class);

  @Test
  void noStaticFieldCanBeSetAgain() {
    assertThat(staticFields().filter(field -> !Modifier.isFinal(field.getModifiers()))).isEmpty();
  }

  @Test
  void noStaticFieldHoldsWhatCanChange() {
    assertThat(staticFields().filter(field -> !isImmutable(valueOf(field, null)))).isEmpty();
  }

  private static Stream<Field> staticFields() {
    return ClientClasses.all().stream()
        .flatMap(type -> Stream.of(type.getDeclaredFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic());
  }

  private static Object valueOf(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isImmutable(Object value) {
    if (value instanceof List || value instanceof Set) {
      return isUnchangeable(value)
          && ((Collection<?>) value).stream().allMatch(NoStaticStateTest::isImmutable);
    }
    if (value instanceof Map<?, ?> map) {
      return isUnchangeable(value)
          && map.values().stream().allMatch(NoStaticStateTest::isImmutable);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(NoStaticStateTest::isImmutable).orElse(true);
    }
    return value == null
        || IMMUTABLE.stream().anyMatch(type -> type.isInstance(value))
        || value.getClass().getName().startsWith("dev.casewright.") && hasImmutableFields(value);
  }

  private static boolean hasImmutableFields(Object value) {
    return Stream.of(value.getClass().getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .allMatch(
            field -> Modifier.isFinal(field.getModifiers()) && isImmutable(valueOf(field, value)));
  }

  /** As {@code List.of}, {@code Set.of} and {@code Map.of} make them. */
  private static boolean isUnchangeable(Object collection) {
    return collection.getClass().getName().startsWith("java.util.ImmutableCollections");
  }
}
