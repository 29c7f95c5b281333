/** Lists that are read page by page. */
package dev.casewright.client.paging;
