/** Walking through lists: from page to page, or through an answer while it comes. */
package dev.casewright.client.walk;
