package dev.casewright.mockserver.transport;

import java.util.OptionalInt;

/**
 * Where to listen. A port of 0 stands for any free one.
 *
 * @param bind the host name or address to listen on
 * @param https the port of both APIs with TLS
 * @param redirect the port without TLS that answers with redirects only
 * @param plain the port of both APIs without TLS; nothing for none
 */
public record Addresses(String bind, int https, int redirect, OptionalInt plain) {}
