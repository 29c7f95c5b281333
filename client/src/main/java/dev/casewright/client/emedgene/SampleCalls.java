package dev.casewright.client.emedgene;

import dev.casewright.client.call.SearchText;
import dev.casewright.client.call.Wire;
import dev.casewright.client.emedgene.model.SampleList;
import dev.casewright.client.emedgene.model.SampleType;
import dev.casewright.client.emedgene.wire.SamplesApi;
import java.util.Objects;

/** Samples by their names, over the wire. Thread-safe. */
final class SampleCalls implements SampleSearch {
  private final SamplesApi samples;

  SampleCalls(Wire wire) {
    this.samples = wire.of(SamplesApi.class);
  }

  @Override
  public SampleList findSamplesByName(String name, SampleType type) {
    return samples.findSamples(
        SearchText.required(name, "name of a sample"), Objects.requireNonNull(type, "type"), true);
  }

  @Override
  public SampleList searchSamplesByNamePart(String part, SampleType type) {
    return samples.findSamples(
        SearchText.required(part, "part of a sample's name"),
        Objects.requireNonNull(type, "type"),
        null);
  }
}
