package dev.casewright.conformance.target;

import java.util.Map;

/**
 * What a check has before it: the two APIs with the credentials of one workspace and organisation,
 * and what it needs beyond documented calls. What a target cannot do ends the check as skipped.
 */
public interface TargetControl {

  /**
   * The Opal API.
   *
   * @return the API, with credentials
   */
  OpalTarget opal();

  /**
   * The Emedgene API.
   *
   * @return the API, with credentials
   */
  EmedgeneTarget emedgene();

  /**
   * Another workspace and organisation on the same server.
   *
   * @return what has other objects than this one
   */
  TargetControl otherSpace();

  /**
   * Puts a case into a status, where it stays.
   *
   * @param name the name of the case
   * @param status a status that the system sets too
   */
  void setCaseStatus(String name, String status);

  /**
   * Lets cases go on by themselves.
   *
   * @param reads the number of readings in each status
   */
  void goOnEvery(int reads);

  /**
   * The external id of each report's genome, which no answer tells.
   *
   * @return external ids by report id; empty without a genome
   */
  Map<Long, String> externalIds();

  /**
   * The name of each report's genome, which no answer tells.
   *
   * @return names by report id; empty without a genome
   */
  Map<Long, String> genomeNames();

  /**
   * A token that was good once and is expired.
   *
   * @return the token
   */
  String expiredToken();
}
