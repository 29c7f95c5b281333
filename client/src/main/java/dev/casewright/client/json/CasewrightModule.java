package dev.casewright.client.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;

/**
 * Teaches a Jackson mapper to read the exact forms of {@link WireTimes}. Register it on a mapper of
 * your own to read models with it.
 */
public final class CasewrightModule extends SimpleModule {
  @Serial private static final long serialVersionUID = 1L;

  /** Creates the module. */
  public CasewrightModule() {
    super("casewright", Version.unknownVersion());
    addDeserializer(
        LocalDateTime.class, new ExactText<>(LocalDateTime.class, WireTimes::readLocalDateTime));
    addDeserializer(Instant.class, new ExactText<>(Instant.class, WireTimes::readRfc1123));
    addDeserializer(LocalDate.class, new ExactText<>(LocalDate.class, WireTimes::readLocalDate));
  }

  private static final class ExactText<T> extends StdScalarDeserializer<T> {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Function<String, T> reader;

    ExactText(Class<T> type, Function<String, T> reader) {
      super(type);
      this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(this, "a time has to be a text");
      }
      try {
        return reader.apply(parser.getText());
      } catch (DateTimeException wrong) {
        return context.reportInputMismatch(this, "the text is not a time of the contract");
      }
    }
  }
}
