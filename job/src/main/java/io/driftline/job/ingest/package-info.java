/**
 * Turns records of the {@code agent-activity} topics, or lines of activity files, into actions.
 *
 * <p>Whatever cannot be decoded becomes a {@link io.driftline.job.ingest.DeadLetter} with its
 * reason, its place and its bytes; no input stops the job. The contract is published as {@code
 * schemas/agent-activity-v1.schema.json} and {@code schemas/dead-letter-v1.schema.json}.
 */
package io.driftline.job.ingest;
