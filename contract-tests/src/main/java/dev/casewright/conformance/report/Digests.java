package dev.casewright.conformance.report;

import dev.casewright.conformance.classfile.ClassFiles;
import dev.casewright.conformance.run.Suite;
import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of what a run rests on, in lower-case hexadecimal digits. */
public final class Digests {

  private Digests() {}

  /**
   * The suite: the names and contents of all its classes, in the order of their names.
   *
   * @return the digest
   */
  public static String ofSuite() {
    MessageDigest digest = sha256();
    ClassFiles.of("dev.casewright.conformance", Suite.class)
        .forEach(
            (name, content) -> {
              digest.update(name.getBytes(StandardCharsets.UTF_8));
              digest.update(content);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The documents of the contracts.
   *
   * @return digests by names such as {@code opal/openapi.yaml}, in the order of the names
   */
  public static Map<String, String> ofContracts() {
    Map<String, String> digests = new TreeMap<>();
    for (Api api : Api.values()) {
      for (String document : new String[] {"openapi.yaml", "requirements.yaml"}) {
        String name = api.id() + "/" + document;
        digests.put(name, HexFormat.of().formatHex(sha256().digest(document(name))));
      }
    }
    return digests;
  }

  private static byte[] document(String name) {
    try (InputStream in = Contract.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the contract document " + name + ".", e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
