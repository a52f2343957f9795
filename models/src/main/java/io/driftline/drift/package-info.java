/**
 * The slow change that no single action shows: how an agent's days are counted, and the tests that
 * tell a new habit from chance.
 */
package io.driftline.drift;
