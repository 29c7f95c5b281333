package dev.casewright.conformance.emedgene;

import dev.casewright.openapi.Api;
import dev.casewright.openapi.Contract;
import dev.casewright.openapi.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** The operations of the contract, for tests of what several have in common. */
enum EmedgeneOperation {
  LOGIN("login"),
  LOGIN_V1("loginV1"),
  CREATE_CASE("createCase"),
  GET_ORG_USERS("getOrgUsers"),
  ASSIGN_PARTICIPANTS("assignParticipants"),
  GET_CASE_INFO("getCaseInfo"),
  GET_CANDIDATES("getCandidates"),
  GET_CASE("getCase"),
  UPDATE_CASE_STATUS("updateCaseStatus"),
  LIST_CASES("listCases"),
  GET_CASE_REPORT("getCaseReport"),
  CREATE_PRESET_GROUP("createPresetGroup"),
  FIND_SAMPLES("findSamples"),
  GET_API_DOCUMENTATION("getApiDocumentation");

  private static final Contract CONTRACT = Contract.of(Api.EMEDGENE);
  private static final Set<EmedgeneOperation> LOGINS = EnumSet.of(LOGIN, LOGIN_V1);

  private final String id;

  EmedgeneOperation(String id) {
    this.id = id;
  }

  /** The one of the contract's operation. */
  static EmedgeneOperation of(Operation operation) {
    return Arrays.stream(values())
        .filter(each -> each.id.equals(operation.id()))
        .findFirst()
        .orElseThrow();
  }

  String method() {
    return operation().method();
  }

  /** Whether it reads by GET. */
  boolean reads() {
    return method().equals("GET");
  }

  /** The path, with variables such as {@code {case_name}}. */
  String path() {
    return operation().path().toString();
  }

  private Operation operation() {
    return CONTRACT.operation(id);
  }

  /** The two logins. */
  static Stream<EmedgeneOperation> logins() {
    return LOGINS.stream();
  }

  /** Those that ask for a token, the documentation page aside, which has rules of its own. */
  static Stream<EmedgeneOperation> withToken() {
    return Arrays.stream(values())
        .filter(operation -> !LOGINS.contains(operation))
        .filter(operation -> operation != GET_API_DOCUMENTATION);
  }

  /** Those that read by GET. */
  static Stream<EmedgeneOperation> reading() {
    return Arrays.stream(values()).filter(EmedgeneOperation::reads);
  }

  /** Those that send a body. */
  static Stream<EmedgeneOperation> sending() {
    return Arrays.stream(values()).filter(operation -> !operation.reads());
  }

  /** Those that speak of one case. */
  static Stream<EmedgeneOperation> onOneCase() {
    return Arrays.stream(values()).filter(operation -> operation.path().contains("{case_name}"));
  }

  /** Those that read one case. */
  static Stream<EmedgeneOperation> readingOneCase() {
    return onOneCase().filter(EmedgeneOperation::reads);
  }
}
