/**
 * The study of drift detection: agents of simulated enterprises are watched day by day, and what is
 * found is compared with the truth. {@link io.driftline.job.cli.drift.WatchedAgent} is what is
 * studied.
 */
package io.driftline.job.cli.drift;
