/** How a client is put together from what its builder was told. */
package dev.casewright.client.setup;
