/** The audit trail: one record for every action, chained by agent. */
package io.driftline.job.audit;
