package dev.casewright.contracttests.provider;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;

/** The pact of our Emedgene client with the listener without TLS. */
@Provider("emedgene-plain-http")
@PactFolder("target/pacts")
class EmedgenePlainHttpProviderTest extends PlainHttpProvider {}
