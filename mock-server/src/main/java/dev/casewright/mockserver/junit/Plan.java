package dev.casewright.mockserver.junit;

import dev.casewright.mockserver.MockServerBuilder;
import java.util.function.Supplier;

/**
 * How the tests of a class want to be run.
 *
 * @param serverKey those with an equal key share a server
 * @param settings starts the server
 * @param spacePer for how long tests stay in one space
 * @param spaceKey those with an equal key share a space, if it is not one for each test
 * @param failOnFindings whether findings about the client let a test fail
 */
record Plan(
    Object serverKey,
    Supplier<MockServerBuilder> settings,
    SpacePer spacePer,
    Object spaceKey,
    boolean failOnFindings) {}
