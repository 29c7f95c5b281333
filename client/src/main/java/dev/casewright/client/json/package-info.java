/** JSON without loss: reading, writing, and what the generated classes are made of. */
package dev.casewright.client.json;
