package dev.casewright.contracttests.provider;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the proof of the pacts, made once for all, in parameters of its type. */
public final class PactProofExtension implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(PactProofExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PactProof.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent(
            PactProof.class,
            key -> PactProof.of(Path.of(System.getProperty("pact.rootDir"))),
            PactProof.class);
  }
}
