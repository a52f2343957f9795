/**
 * The audit trail: each agent's records are chained by hashes, so that whoever holds the trail can
 * tell whether it is whole.
 */
package io.driftline.audit;
