package dev.casewright.mockserver.junit;

/** For how long tests stay in one space. */
public enum SpacePer {

  /**
   * Each test has a new space, which is forgotten when the test ends; so has each invocation of a
   * parameterized or repeated test. All dynamic tests of a factory method share one. Tests may run
   * at the same time.
   */
  TEST,

  /**
   * All tests of a class and its nested classes have one space, under the same credentials, and it
   * is reset before each test. For programs that get their credentials once, such as an application
   * context of Spring. With an extension in a static field of a base class, the tests of all its
   * subclasses have it. Such tests run one after the other.
   */
  CLASS
}
