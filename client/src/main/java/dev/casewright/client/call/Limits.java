package dev.casewright.client.call;

import dev.casewright.client.transport.SizeLimits;
import feign.Client;
import feign.Request;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;

/**
 * Holds every request and answer to the limits on size and time, whatever the transport: a body
 * that is too large is not sent, an answer that is too large or compressed is not read, and reading
 * ends with the call. Thread-safe.
 */
public final class Limits implements Client {
  private final Client transport;
  private final SizeLimits sizes;

  /**
   * Creates the decorator.
   *
   * @param transport what sends the request
   * @param sizes how large bodies may be
   */
  public Limits(Client transport, SizeLimits sizes) {
    this.transport = transport;
    this.sizes = sizes;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    Call call = CallOptions.call(options);
    checkSize(call, request);
    Response answer = transport.execute(request, options);
    return answer.body() == null
        ? answer
        : answer.toBuilder().body(limited(call, answer), answer.body().length()).build();
  }

  private void checkSize(Call call, Request request) {
    long size = request.body() == null ? 0 : request.body().length;
    if (size > sizes.request()) {
      throw new IllegalArgumentException(
          "The body of %s has %d bytes, more than the %d that are allowed; it was not sent. Send"
                  .formatted(call.operation(), size, sizes.request())
              + " less at once, or raise the limit with sizeLimits(...) of the builder.");
    }
  }

  private InputStream limited(Call call, Response answer) throws IOException {
    if (isEncoded(answer)) {
      return refused(answer, RefusedAnswerException.encoded(answer.status()));
    }
    long limit = call.isDownload() ? Long.MAX_VALUE : sizes.answer();
    long announced = AnswerHeaders.contentLength(answer).orElse(0);
    if (announced > limit) {
      return refused(answer, RefusedAnswerException.tooLarge(answer.status(), limit));
    }
    return new LimitedStream(
        answer.body().asInputStream(), call.deadline(), answer.status(), announced, limit);
  }

  /** Nobody asks for compression, so what comes compressed may be made to fill the memory. */
  private static boolean isEncoded(Response answer) {
    Collection<String> encodings =
        answer.headers().getOrDefault("Content-Encoding", List.<String>of());
    return encodings.stream()
        .anyMatch(
            encoding -> !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity"));
  }

  private static InputStream refused(Response answer, RefusedAnswerException refusal) {
    Util.ensureClosed(answer.body());
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw refusal;
      }
    };
  }
}
