package dev.casewright.client.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

/**
 * Makes the Jackson mapper that reads and writes the objects of both contracts without loss.
 *
 * <p>It is strict: no number is taken for a text or the other way round, numbers keep their digits,
 * a key that stands twice in an object and anything behind the end of the document are errors.
 */
public final class WireJson {
  private WireJson() {}

  /**
   * A new mapper.
   *
   * @return the mapper; thread-safe as long as its configuration is left alone
   */
  public static ObjectMapper newMapper() {
    return mapperOn(new JsonFactoryBuilder());
  }

  /**
   * A new mapper for passwords and tokens. Jackson keeps its buffers for the next document of the
   * thread, and with them what stood in the last one; this mapper does not.
   *
   * @return the mapper; thread-safe as long as its configuration is left alone
   */
  public static ObjectMapper newMapperOfSecrets() {
    return mapperOn(
        new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.USE_THREAD_LOCAL_FOR_BUFFER_RECYCLING));
  }

  private static ObjectMapper mapperOn(JsonFactoryBuilder factory) {
    // JSON is UTF-8: bytes that look like another encoding are not taken for it.
    factory.disable(JsonFactory.Feature.CHARSET_DETECTION);
    return JsonMapper.builder(factory.build())
        .addModule(new CasewrightModule())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
        .build();
  }
}
