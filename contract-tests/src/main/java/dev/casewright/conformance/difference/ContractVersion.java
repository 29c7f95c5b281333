package dev.casewright.conformance.difference;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.RequirementRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A version of the contract of one API.
 *
 * @param contract the OpenAPI document
 * @param register its register; nothing if it was not given
 */
public record ContractVersion(Contract contract, Optional<RequirementRegister> register) {

  private static final String DOCUMENT = "openapi.yaml";
  private static final String REGISTER = "requirements.yaml";

  /**
   * Reads a version from files.
   *
   * @param place the folder {@code openapi}, the folder of one API in it, or the document in that;
   *     the register is read if it lies beside the document
   * @return the version of each API that is there
   * @throws InvalidVersionException if there is none, or a file is not what it should be
   */
  public static List<ContractVersion> read(Path place) {
    List<ContractVersion> versions = new ArrayList<>();
    for (Api api : Api.values()) {
      documents(place.toAbsolutePath().normalize(), api)
          .filter(Files::isRegularFile)
          .findFirst()
          .ifPresent(document -> versions.add(read(api, document)));
    }
    if (versions.isEmpty()) {
      throw new InvalidVersionException(
          "There is no contract at "
              + place
              + ": give the folder openapi, the folder opal or emedgene in it, or its openapi.yaml.",
          null);
    }
    return versions;
  }

  private static Stream<Path> documents(Path place, Api api) {
    Path folder = Files.isDirectory(place) ? place : place.getParent();
    return folder.endsWith(api.id())
        ? Stream.of(folder.resolve(DOCUMENT))
        : Stream.of(folder.resolve(api.id()).resolve(DOCUMENT));
  }

  private static ContractVersion read(Api api, Path document) {
    Path register = document.resolveSibling(REGISTER);
    try {
      return new ContractVersion(
          Contract.parse(api, Files.readString(document)),
          Files.isRegularFile(register)
              ? Optional.of(RequirementRegister.parse(api, Files.readString(register)))
              : Optional.empty());
    } catch (IOException | IllegalArgumentException failure) {
      throw new InvalidVersionException(
          "The contract of " + api.id() + " cannot be read: " + failure.getMessage(), failure);
    }
  }
}
