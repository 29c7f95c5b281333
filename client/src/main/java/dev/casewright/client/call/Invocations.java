package dev.casewright.client.call;

import feign.FeignException;
import feign.Response;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a {@link Call} of each invocation of a generated interface, and turns what Feign throws
 * into exceptions of ours, since a {@code FeignException} holds the URL with its query and the
 * start of the body. Thread-safe.
 */
final class Invocations implements InvocationHandler {
  private final Class<?> type;
  private final Map<Method, PreparedMethod> methods;
  private final Supplier<CallSettings> settings;

  Invocations(Class<?> type, Map<Method, PreparedMethod> methods, Supplier<CallSettings> settings) {
    this.type = type;
    this.methods = methods;
    this.settings = settings;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    PreparedMethod prepared = methods.get(method);
    return prepared == null ? ofObject(proxy, method, arguments) : called(prepared, arguments);
  }

  private Object called(PreparedMethod method, Object[] arguments) throws Throwable {
    Call call = Call.of(method.operation(), settings.get());
    try {
      refuseMissing(method, arguments);
      Object result = method.feign().invoke(with(CallOptions.now(call), arguments));
      if (call.isDownload()) {
        return OpenAnswer.of(call, (Response) result);
      }
      call.read("", result);
      call.end(Optional.empty());
      return result;
    } catch (FeignException leaked) {
      RuntimeException plain = Failures.plain(call, leaked);
      call.end(Optional.of(plain));
      throw plain;
    } catch (RuntimeException | Error failure) {
      call.end(Optional.of(failure));
      throw failure;
    }
  }

  /** Feign would leave out what is missing, and so send the request to another address. */
  private static void refuseMissing(PreparedMethod method, Object[] arguments) {
    for (int place : method.pathPlaces()) {
      if (arguments[place] == null) {
        throw new IllegalArgumentException(
            "A value for the path is missing: give the id or name itself.");
      }
    }
  }

  /** Feign takes options out of the arguments, wherever they stand. */
  private static Object[] with(CallOptions options, Object[] arguments) {
    int count = arguments == null ? 0 : arguments.length;
    Object[] all = count == 0 ? new Object[1] : Arrays.copyOf(arguments, count + 1);
    all[count] = options;
    return all;
  }

  private Object ofObject(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> type.getSimpleName();
    };
  }
}
