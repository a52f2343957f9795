package io.driftline.job.cli.cluster;

import java.time.Instant;

/**
 * A completed checkpoint.
 *
 * @param id counts up from 1
 * @param triggered when it began
 * @param completed when the last part of it was acknowledged
 */
public record Checkpoint(long id, Instant triggered, Instant completed) {}
