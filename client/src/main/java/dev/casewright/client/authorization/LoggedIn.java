package dev.casewright.client.authorization;

import dev.casewright.client.auth.Token;
import java.time.Duration;
import java.util.Optional;

/**
 * What a login gave.
 *
 * @param token the token
 * @param lifetime how long the server says that it is good, if it says so
 */
public record LoggedIn(Token token, Optional<Duration> lifetime) {}
