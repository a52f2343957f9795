/**
 * Drift on the command line: {@link io.driftline.job.cli.drift.DriftCommand} tells what the job
 * finds in a file. The study of drift detection watches the agents of simulated enterprises day by
 * day and compares what is found with the truth; {@link io.driftline.job.cli.drift.WatchedAgent} is
 * what is studied.
 */
package io.driftline.job.cli.drift;
