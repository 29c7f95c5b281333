package dev.casewright.mockserver.webhook;

import dev.casewright.mockserver.tls.ClientTrust;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/** Whom the mock trusts when it sends: made when it is first needed, for it takes a while. */
final class ReceiverTrust implements Supplier<SSLSocketFactory> {

  private Optional<X509Certificate> own = Optional.empty();
  private Optional<SSLSocketFactory> made = Optional.empty();

  /** Trusts one authority more than the Java runtime does. */
  synchronized void add(X509Certificate authority) {
    own = Optional.of(authority);
    made = Optional.empty();
  }

  @Override
  public synchronized SSLSocketFactory get() {
    if (made.isEmpty()) {
      made = Optional.of(ClientTrust.withJdk(own).getSocketFactory());
    }
    return made.get();
  }
}
