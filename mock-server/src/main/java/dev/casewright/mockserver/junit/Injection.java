package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.DemoCredentials;
import dev.casewright.mockserver.MockServer;
import dev.casewright.mockserver.MockSpace;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a parameter gets. By our own types and annotations only, so that others get theirs. */
@FunctionalInterface
interface Injection {

  /** By the type of the parameter. */
  Map<Class<?>, Injection> BY_TYPE =
      Map.of(
          MockServer.class,
          (server, space) -> server,
          MockSpace.class,
          (server, space) -> space.get(),
          DemoCredentials.class,
          (server, space) -> space.get().credentials(),
          MockAccess.class,
          (server, space) -> new MockAccess(server, space.get()));

  /** The value, where the space is asked for only if it matters. */
  Object value(MockServer server, Supplier<MockSpace> space);

  /**
   * What a parameter gets.
   *
   * @return nothing if it is none of ours
   * @throws ParameterResolutionException if it has an annotation of ours and a type that it cannot
   *     have
   */
  static Optional<Injection> of(ParameterContext parameter) {
    if (parameter.isAnnotated(OpalUrl.class)) {
      return Optional.of(url(parameter, OpalUrl.class, MockServer::opalUrl));
    }
    if (parameter.isAnnotated(EmedgeneUrl.class)) {
      return Optional.of(url(parameter, EmedgeneUrl.class, MockServer::emedgeneUrl));
    }
    if (parameter.isAnnotated(MockTls.class)) {
      return Optional.of(tls(parameter));
    }
    return Optional.ofNullable(BY_TYPE.get(parameter.getParameter().getType()));
  }

  private static Injection url(
      ParameterContext parameter,
      Class<? extends Annotation> annotation,
      Function<MockServer, URI> url) {
    Class<?> type = parameter.getParameter().getType();
    if (type == URI.class) {
      return (server, space) -> url.apply(server);
    }
    if (type == String.class) {
      return (server, space) -> url.apply(server).toString();
    }
    throw wrongType(annotation, "a java.net.URI or a String");
  }

  private static Injection tls(ParameterContext parameter) {
    if (parameter.getParameter().getType() == SSLContext.class) {
      return (server, space) -> server.sslContext();
    }
    throw wrongType(MockTls.class, "a javax.net.ssl.SSLContext");
  }

  private static ParameterResolutionException wrongType(
      Class<? extends Annotation> annotation, String types) {
    return new ParameterResolutionException(
        "A parameter with @" + annotation.getSimpleName() + " has to be " + types + ".");
  }
}
