package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.client.call.CredentialsRefusedException;
import dev.casewright.client.json.JsonDecoder;
import dev.casewright.client.json.UnreadableJsonException;
import feign.Response;
import feign.codec.Decoder;
import java.io.IOException;
import java.lang.reflect.Type;

/**
 * Reads the answers to logins. A refused login is known to be answered with JSON without a token;
 * with which status is not (Emedgene facts, 1.2). What is no JSON comes from something in front of
 * the server, and says nothing about the credentials. Thread-safe.
 */
final class LoginAnswers implements Decoder {
  private final JsonDecoder decoder;

  LoginAnswers(JsonDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Object decode(Response answer, Type type) throws IOException {
    JsonNode tree = (JsonNode) decoder.decode(answer, JsonNode.class);
    try {
      return decoder.convert(tree, (Class<?>) type);
    } catch (UnreadableJsonException withoutToken) {
      if (tree.isObject()) {
        throw new CredentialsRefusedException();
      }
      throw withoutToken;
    }
  }
}
