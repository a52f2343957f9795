/**
 * What agents and their cohorts usually do: decayed counts and moments, sessions, and their stored
 * forms. Everything here is bounded in size, whatever an agent does.
 */
package io.driftline.baseline;
