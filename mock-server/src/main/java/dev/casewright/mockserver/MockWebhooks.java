package dev.casewright.mockserver;

import dev.casewright.mockserver.space.Space;
import dev.casewright.mockserver.webhook.Delivery;
import dev.casewright.mockserver.webhook.WebhookTarget;
import dev.casewright.mockserver.webhook.Webhooks;
import java.net.URI;
import java.util.List;

/**
 * Where changes of the status of cases of a space are sent to, as POST of a JSON object with {@code
 * name} and {@code status}. To each target they are sent in order per case, and again after 1, 2, 4
 * and 8 seconds if they are not answered with 2xx within 5 seconds. Thread-safe.
 *
 * <p>What the vendor sends is not public. The members of the body and the headers {@code
 * X-Mock-Signature} (sha256= and the HMAC-SHA256 of the body in hexadecimal digits) and {@code
 * X-Mock-Delivery} are the mock's own and not the vendor's.
 */
public final class MockWebhooks {

  private final Webhooks webhooks;
  private final Space space;

  MockWebhooks(Webhooks webhooks, Space space) {
    this.webhooks = webhooks;
    this.space = space;
  }

  /**
   * Sends changes to an address from now on. Looks its host name up, which may block.
   *
   * @param url its address, with http or https; on this machine, unless the server was told
   *     otherwise
   * @param secret what bodies are signed with
   * @return the target
   * @throws IllegalArgumentException if the address may not be a target or the secret is blank
   * @throws IllegalStateException if the space was removed or has as many targets as it can, or the
   *     server is closed
   */
  public WebhookTarget register(URI url, String secret) {
    return webhooks.register(space, url, secret);
  }

  /**
   * The targets.
   *
   * @return the targets, oldest first
   */
  public List<WebhookTarget> targets() {
    return webhooks.targets(space.name());
  }

  /**
   * What was sent or is being sent; the last {@value Webhooks#DELIVERIES} are kept.
   *
   * @return the deliveries, oldest first
   */
  public List<Delivery> deliveries() {
    return webhooks.deliveries(space.name());
  }

  /**
   * Sends a finished delivery once more, under the same id.
   *
   * @param id the id of the delivery
   * @return the delivery, pending again
   * @throws IllegalArgumentException if no such delivery is kept
   * @throws IllegalStateException if it is pending or its target was removed
   */
  public Delivery replay(String id) {
    return webhooks
        .replay(space.name(), id)
        .orElseThrow(() -> new IllegalArgumentException("The space keeps no such delivery."));
  }

  /**
   * Forgets a target; what waits for it is given up. May be repeated.
   *
   * @param id the id of the target
   */
  public void remove(String id) {
    webhooks.remove(space.name(), id);
  }
}
