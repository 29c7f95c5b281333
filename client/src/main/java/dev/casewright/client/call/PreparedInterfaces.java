package dev.casewright.client.call;

import feign.Feign;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The generated interfaces, each read by Feign once: that takes longer than a call of its methods,
 * and every walk through a list needs an instance of its own. Thread-safe.
 */
final class PreparedInterfaces {
  private final Supplier<Feign.Builder> feign;
  private final String baseUrl;
  private final OperationFacts facts;
  private final Map<Class<?>, Map<Method, PreparedMethod>> prepared = new ConcurrentHashMap<>();

  /**
   * Starts without an interface.
   *
   * @param feign starts what reads an interface
   * @param baseUrl where the server is, without a slash at its end
   * @param facts what is known of the operations beyond the contract
   */
  PreparedInterfaces(Supplier<Feign.Builder> feign, String baseUrl, OperationFacts facts) {
    this.feign = feign;
    this.baseUrl = baseUrl;
    this.facts = facts;
  }

  /** The methods of an interface. */
  Map<Method, PreparedMethod> methodsOf(Class<?> type) {
    return prepared.computeIfAbsent(type, this::prepare);
  }

  private Map<Method, PreparedMethod> prepare(Class<?> type) {
    Map<Method, PreparedMethod> methods = new LinkedHashMap<>();
    FixedHeaders headers = new FixedHeaders();
    feign
        .get()
        .contract(headers)
        .invocationHandlerFactory(
            (target, dispatch) -> {
              dispatch.forEach(
                  (method, handler) ->
                      methods.put(
                          method, PreparedMethod.of(method, headers.of(method), handler, facts)));
              // Feign's own instance is not used.
              return (proxy, method, arguments) -> null;
            })
        .target(type, baseUrl);
    return Map.copyOf(methods);
  }
}
