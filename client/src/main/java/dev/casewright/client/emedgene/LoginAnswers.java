package dev.casewright.client.emedgene;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casewright.client.answer.JsonDecoder;
import dev.casewright.client.answer.UnreadableJsonException;
import dev.casewright.client.auth.Token;
import dev.casewright.client.call.CredentialsRefusedException;
import dev.casewright.client.emedgene.model.LoginAnswer;
import dev.casewright.client.emedgene.model.LoginV1Answer;
import feign.Response;
import feign.codec.Decoder;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.regex.Pattern;

/**
 * Reads the answers to logins. A refused login is known to be answered with JSON without a token,
 * and an empty one is taken for none; with which status is not known (Emedgene facts, 1.2). What is
 * no JSON comes from something in front of the server, and says nothing about the credentials.
 * Thread-safe.
 */
final class LoginAnswers implements Decoder {
  private static final Pattern SCHEME =
      Pattern.compile("^Bearer(\\s+|$)", Pattern.CASE_INSENSITIVE);

  private final JsonDecoder decoder;

  LoginAnswers(JsonDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public Object decode(Response answer, Type type) throws IOException {
    JsonNode tree = (JsonNode) decoder.decode(answer, JsonNode.class);
    Object read;
    try {
      read = decoder.convert(tree, (Class<?>) type);
    } catch (UnreadableJsonException withoutToken) {
      if (tree.isObject()) {
        throw new CredentialsRefusedException();
      }
      throw withoutToken;
    }
    check(tokenIn(read));
    return read;
  }

  private static void check(String token) {
    if (token.isEmpty()) {
      throw new CredentialsRefusedException();
    }
    try {
      Token.of(token);
    } catch (IllegalArgumentException unusable) {
      throw new UnreadableJsonException("it gives a token that no header can hold");
    }
  }

  /** The token of an answer that was read, without a scheme in front. */
  static String tokenIn(Object answer) {
    String text =
        answer instanceof LoginV1Answer older
            ? older.authorization()
            : ((LoginAnswer) answer).accessToken();
    return SCHEME.matcher(text.strip()).replaceFirst("");
  }
}
