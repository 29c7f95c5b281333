package dev.casewright.client.call;

import dev.casewright.client.time.Ticker;
import feign.FeignException;
import feign.InvocationHandlerFactory;
import feign.Target;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * The outermost place of every call: no exception of Feign gets past it, not even as a cause, since
 * its message holds the URL with its query and the start of the body. Thread-safe.
 */
public final class PlainExceptions implements InvocationHandlerFactory {
  private final Ticker ticker;

  /**
   * Creates the factory.
   *
   * @param ticker the ticker
   */
  public PlainExceptions(Ticker ticker) {
    this.ticker = ticker;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public InvocationHandler create(Target target, Map<Method, MethodHandler> dispatch) {
    return (proxy, method, arguments) -> {
      MethodHandler handler = dispatch.get(method);
      if (handler == null) {
        return ofObject(proxy, method, arguments, target);
      }
      Call call = Call.of(method, ticker);
      try {
        return handler.invoke(arguments);
      } catch (FeignException leaked) {
        throw call.plain(leaked);
      }
    };
  }

  @SuppressWarnings("rawtypes")
  private static Object ofObject(Object proxy, Method method, Object[] arguments, Target target) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> target.type().getSimpleName();
    };
  }
}
