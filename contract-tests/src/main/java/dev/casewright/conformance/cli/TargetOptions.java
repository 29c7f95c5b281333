package dev.casewright.conformance.cli;

import dev.casewright.conformance.run.RunSettings.ApiAddress;
import dev.casewright.conformance.run.RunSettings.MockAccess;
import dev.casewright.conformance.run.RunSettings.User;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The target, and who asks it. */
final class TargetOptions {

  private static final String MOCK_TOKEN = "CASEWRIGHT_MOCK_ADMIN_TOKEN";
  private static final User NOBODY = new User("nobody", "");

  @Option(
      names = "--opal-url",
      paramLabel = "URL",
      description = "The Opal API to check; plain http for this machine only.")
  private String opalUrl;

  @Option(
      names = "--emedgene-url",
      paramLabel = "URL",
      description = "The Emedgene API to check; plain http for this machine only.")
  private String emedgeneUrl;

  @Option(
      names = "--opal-redirect-url",
      paramLabel = "URL",
      description = "Where Opal redirects to HTTPS (default: plain HTTP, same host, port 80).")
  private String opalRedirectUrl;

  @Option(
      names = "--emedgene-redirect-url",
      paramLabel = "URL",
      description = "The same of Emedgene.")
  private String emedgeneRedirectUrl;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = {
        "Who asks: lines NAME=value with the names of the environment variables, which are not",
        "looked at then. Nobody else may be able to read the file."
      })
  private Path credentials;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificates to trust beside those of the JDK, as PEM.")
  private Path ca;

  @Option(
      names = "--mock-control",
      paramLabel = "URL",
      description = {
        "The target is a mock server with its admin API here: for checks that need the clock or a",
        "state of their own. Its token: " + MOCK_TOKEN + "."
      })
  private String mockControl;

  /** The target, with users that are there. */
  Target target(Map<String, String> environment) {
    return target(environment, false);
  }

  /** The target, for a run that sends nothing and so needs no user. */
  Target targetWithoutAsking(Map<String, String> environment) {
    return target(environment, true);
  }

  private Target target(Map<String, String> environment, boolean nobodyAsks) {
    if (opalUrl == null && emedgeneUrl == null) {
      throw new UsageException("Nothing to check: give --opal-url or --emedgene-url, or both.");
    }
    Credentials users = credentials(environment);
    return new Target(
        address("--opal", opalUrl, opalRedirectUrl, users, "CASEWRIGHT_OPAL_", "LOGIN", nobodyAsks),
        address(
            "--emedgene",
            emedgeneUrl,
            emedgeneRedirectUrl,
            users,
            "CASEWRIGHT_EMEDGENE_",
            "USERNAME",
            nobodyAsks),
        Optional.ofNullable(mockControl).map(url -> mock(url, environment)),
        Trust.with(Optional.ofNullable(ca)));
  }

  /** Another target with the same certificates, for a comparison. */
  Target other(String otherOpalUrl, String otherEmedgeneUrl, Map<String, String> environment) {
    if (otherOpalUrl == null && otherEmedgeneUrl == null) {
      throw new UsageException(
          "Nothing to compare with: give --other-opal-url or --other-emedgene-url, or both.");
    }
    Credentials users = credentials(environment);
    return new Target(
        address(
            "--other-opal", otherOpalUrl, null, users, "CASEWRIGHT_OTHER_OPAL_", "LOGIN", false),
        address(
            "--other-emedgene",
            otherEmedgeneUrl,
            null,
            users,
            "CASEWRIGHT_OTHER_EMEDGENE_",
            "USERNAME",
            false),
        Optional.empty(),
        Trust.with(Optional.ofNullable(ca)));
  }

  private Credentials credentials(Map<String, String> environment) {
    return credentials == null ? new Credentials(environment) : Credentials.read(credentials);
  }

  private static Optional<ApiAddress> address(
      String option,
      String url,
      String redirectUrl,
      Credentials users,
      String prefix,
      String name,
      boolean nobodyAsks) {
    if (url == null) {
      if (redirectUrl != null) {
        throw new UsageException(
            option + "-redirect-url is nothing without " + option + "-url. Give both or none.");
      }
      return Optional.empty();
    }
    URI base = TargetUrl.ofApi(option + "-url", url);
    URI redirect =
        redirectUrl == null
            ? TargetUrl.redirectOf(base)
            : TargetUrl.ofRedirect(option + "-redirect-url", redirectUrl);
    Optional<User> user = users.user(prefix, name);
    if (user.isEmpty() && !nobodyAsks) {
      throw new UsageException(
          "There are no credentials for "
              + option
              + "-url: set "
              + prefix
              + name
              + " and "
              + prefix
              + "PASSWORD, or name a file with --credentials.");
    }
    return Optional.of(
        new ApiAddress(base, redirect, user.orElse(NOBODY), users.otherUser(prefix, name)));
  }

  private static MockAccess mock(String url, Map<String, String> environment) {
    return new MockAccess(
        TargetUrl.ofApi("--mock-control", url), Optional.ofNullable(environment.get(MOCK_TOKEN)));
  }
}
