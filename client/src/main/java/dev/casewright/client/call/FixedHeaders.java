package dev.casewright.client.call;

import feign.Contract;
import feign.DefaultContract;
import feign.MethodMetadata;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the interfaces as Feign does, and takes the headers that are the same for each request out
 * of its templates: Feign would resolve them anew, and copy them several times, for each. For one
 * interface and one thread.
 */
final class FixedHeaders implements Contract {
  private final Contract feign = new DefaultContract();
  private final Map<Method, Map<String, String>> taken = new HashMap<>();

  @Override
  public List<MethodMetadata> parseAndValidateMetadata(Class<?> type) {
    List<MethodMetadata> methods = feign.parseAndValidateMetadata(type);
    methods.forEach(this::take);
    return methods;
  }

  private void take(MethodMetadata method) {
    Map<String, String> headers = new LinkedHashMap<>();
    method.template().headers().forEach((name, all) -> headers.put(name, String.join(", ", all)));
    if (headers.values().stream().noneMatch(value -> value.contains("{"))) {
      method.template().headers(Map.of());
      taken.put(method.method(), Map.copyOf(headers));
    }
  }

  /** The headers that were taken out, by their names. */
  Map<String, String> of(Method method) {
    return taken.getOrDefault(method, Map.of());
  }
}
