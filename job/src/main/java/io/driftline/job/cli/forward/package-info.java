/**
 * {@code driftline forward}: what the job writes, record by record to a webhook.
 *
 * <p>{@link io.driftline.job.cli.forward.Forwarder} decides what is sent when; it knows neither
 * Kafka's clients nor HTTP, and one thread runs it. {@link io.driftline.job.cli.forward.Forwarding}
 * is that thread: it feeds records in, commits what is done, and runs what other threads report
 * through a {@link io.driftline.job.cli.forward.Mailbox}.
 */
package io.driftline.job.cli.forward;
