package dev.casewright.mockserver;

import dev.casewright.mockserver.credentials.DemoAccounts;

/**
 * The credentials of a space. They protect nothing: every mock server has the same.
 *
 * @param opalLogin the login of the Opal key
 * @param emedgeneUsername the user name of the Emedgene login
 * @param password the password of both
 */
public record DemoCredentials(String opalLogin, String emedgeneUsername, String password) {

  static DemoCredentials of(String space) {
    return new DemoCredentials(
        DemoAccounts.opalLogin(space), DemoAccounts.emedgeneUser(space), DemoAccounts.PASSWORD);
  }
}
