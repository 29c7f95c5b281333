package dev.casewright.conformance.result;

/**
 * A request and its answer, masked: what is shown is operation ids, methods, addresses of the
 * contract, numeric ids, case names, statuses, sizes, and names and words that the contract has.
 *
 * @param operation the id of the operation; empty for an address that the contract does not have
 * @param request the request, in lines
 * @param answer the answer, in lines; the reason if there is none
 * @param curl a command that sends the request again, with shell variables for values and
 *     credentials
 */
public record MaskedExchange(String operation, String request, String answer, String curl) {}
