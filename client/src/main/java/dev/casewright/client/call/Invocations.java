package dev.casewright.client.call;

import feign.FeignException;
import feign.InvocationHandlerFactory;
import feign.Param;
import feign.Response;
import feign.Target;
import java.lang.annotation.Annotation;
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
final class Invocations implements InvocationHandlerFactory {
  private final OperationFacts facts;
  private final Supplier<CallSettings> settings;

  Invocations(OperationFacts facts, Supplier<CallSettings> settings) {
    this.facts = facts;
    this.settings = settings;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public InvocationHandler create(Target target, Map<Method, MethodHandler> dispatch) {
    return (proxy, method, arguments) -> {
      MethodHandler handler = dispatch.get(method);
      return handler == null
          ? ofObject(proxy, method, arguments, target)
          : invoke(handler, method, arguments);
    };
  }

  private Object invoke(MethodHandler handler, Method method, Object[] arguments) throws Throwable {
    Call call = Call.of(method, facts, settings.get());
    try {
      refuseMissing(method, arguments);
      Object result = handler.invoke(with(CallOptions.now(call), arguments));
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
  private static void refuseMissing(Method method, Object[] arguments) {
    Annotation[][] annotations = method.getParameterAnnotations();
    for (int index = 0; index < annotations.length; index++) {
      if (arguments[index] == null && isInPath(annotations[index])) {
        throw new IllegalArgumentException(
            "A value for the path is missing: give the id or name itself.");
      }
    }
  }

  private static boolean isInPath(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .anyMatch(
            annotation ->
                annotation instanceof Param parameter && parameter.expander() == PathText.class);
  }

  /** Feign takes options out of the arguments, wherever they stand. */
  private static Object[] with(CallOptions options, Object[] arguments) {
    int count = arguments == null ? 0 : arguments.length;
    Object[] all = count == 0 ? new Object[1] : Arrays.copyOf(arguments, count + 1);
    all[count] = options;
    return all;
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
