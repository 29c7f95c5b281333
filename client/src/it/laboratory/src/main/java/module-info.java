/** The program of a laboratory that uses the client as a module. */
module laboratory {
  requires dev.casewright.client;
  requires jdk.httpserver;
}
