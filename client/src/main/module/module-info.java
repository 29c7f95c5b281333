/**
 * Clients for Omicia Opal and Illumina Emedgene.
 *
 * <p>What is exported to everybody is for applications. Feign makes the objects that fill the
 * addresses of the contract, and Jackson calls builders: that is all that they are let in for.
 */
// Feign has no module descriptor of its own; its name comes from the name of its file.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.casewright.client {
  requires transitive com.fasterxml.jackson.databind;
  requires transitive feign.core;
  requires java.net.http;
  requires static micrometer.core;
  requires org.slf4j;

  exports dev.casewright.client;
  exports dev.casewright.client.auth;
  exports dev.casewright.client.download;
  exports dev.casewright.client.drift;
  exports dev.casewright.client.emedgene;
  exports dev.casewright.client.emedgene.model;
  exports dev.casewright.client.error;
  exports dev.casewright.client.json;
  exports dev.casewright.client.micrometer;
  exports dev.casewright.client.observe;
  exports dev.casewright.client.opal;
  exports dev.casewright.client.opal.model;
  exports dev.casewright.client.paging;
  exports dev.casewright.client.retry;
  exports dev.casewright.client.time;
  exports dev.casewright.client.transport;
  exports dev.casewright.client.waiting;
  exports dev.casewright.client.webhook;
  exports dev.casewright.client.call to
      feign.core;

  opens dev.casewright.client.emedgene.model to
      com.fasterxml.jackson.databind;
  opens dev.casewright.client.opal.model to
      com.fasterxml.jackson.databind;
}
