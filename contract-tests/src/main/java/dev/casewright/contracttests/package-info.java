/** How the tests of this project say which requirements of the contracts they verify. */
package dev.casewright.contracttests;
