package dev.casewright.contracttests.server;

import dev.casewright.mockserver.MockServer;

/** The listeners of a mock server, with connections that all tests share. */
record MockAddresses(RawHttp opal, RawHttp emedgene, RawHttp plainHttp) {

  MockAddresses(MockServer server) {
    this(
        new RawHttp(server.opalUrl(), server.sslContext()),
        new RawHttp(server.emedgeneUrl(), server.sslContext()),
        new RawHttp(server.httpUrl(), server.sslContext()));
  }
}
