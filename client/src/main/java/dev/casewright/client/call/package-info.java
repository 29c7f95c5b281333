/**
 * From the generated interfaces to a call: parameters, errors, policy. A request goes through a
 * chain of decorators: what makes exceptions of answers ({@code Answers}), the guard of a client
 * that only reads ({@code ReadOnlyGuard}), the repetitions ({@code Retries}), the credentials
 * (package {@code authorization}), what is done for each single request ({@code Attempts}), the
 * life of the client ({@code Lifetime}), the limits on sizes ({@code Limits}), and the transport.
 */
package dev.casewright.client.call;
