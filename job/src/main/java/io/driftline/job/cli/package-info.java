/**
 * The {@code driftline} command: a whole system in one process for trying, testing and measuring.
 *
 * <p>Nothing here is part of the jar that is deployed to a cluster, so no other package of the job
 * may use it.
 */
package io.driftline.job.cli;
