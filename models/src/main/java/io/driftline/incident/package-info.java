/**
 * What belongs together of what is raised about an agent, as one incident that opens, grows and
 * closes: so that a person is called once.
 */
package io.driftline.incident;
