package dev.casewright.mockserver.transport;

import com.github.tomakehurst.wiremock.common.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WireMock's own notes quote requests, which may hold secrets and patient data: only their kind is
 * told.
 */
final class SilentNotifier implements Notifier {

  private static final Logger LOG = LoggerFactory.getLogger(SilentNotifier.class);

  @Override
  public void info(String message) {}

  @Override
  public void error(String message) {
    LOG.error("WireMock reports an error.");
  }

  @Override
  public void error(String message, Throwable t) {
    LOG.error("WireMock reports an error: {}.", t.getClass().getName());
  }
}
