package dev.casewright.client.call;

import feign.InvocationHandlerFactory.MethodHandler;
import feign.Param;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A method of a generated interface, with all that its annotations say. Immutable and thread-safe.
 *
 * @param feign what Feign made of it
 * @param operation what it calls
 * @param pathPlaces which of its arguments become a part of the path
 */
record PreparedMethod(MethodHandler feign, CalledOperation operation, List<Integer> pathPlaces) {
  static PreparedMethod of(
      Method method, Map<String, String> headers, MethodHandler feign, OperationFacts facts) {
    Annotation[][] annotations = method.getParameterAnnotations();
    List<Integer> pathPlaces =
        IntStream.range(0, annotations.length)
            .filter(place -> isInPath(annotations[place]))
            .boxed()
            .toList();
    return new PreparedMethod(feign, CalledOperation.of(method, headers, facts), pathPlaces);
  }

  private static boolean isInPath(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .anyMatch(
            annotation ->
                annotation instanceof Param parameter && parameter.expander() == PathText.class);
  }
}
