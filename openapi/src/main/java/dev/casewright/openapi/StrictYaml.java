package dev.casewright.openapi;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads YAML, and takes a key that stands twice, or that a type does not know, for a mistake. Apart
 * from {@link JsonCopies}, since whoever reads the copies does without it.
 */
final class StrictYaml {

  static final ObjectMapper MAPPER =
      new YAMLMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private StrictYaml() {}
}
