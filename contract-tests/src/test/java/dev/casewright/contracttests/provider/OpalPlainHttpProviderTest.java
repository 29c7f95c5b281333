package dev.casewright.contracttests.provider;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;

/** The pact of our Opal client with the listener without TLS. */
@Provider("opal-plain-http")
@PactFolder("target/pacts")
class OpalPlainHttpProviderTest extends PlainHttpProvider {}
