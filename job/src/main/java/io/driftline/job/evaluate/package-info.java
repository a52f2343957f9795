/**
 * Measures detections against labels: how well scores rank malicious actions and hijacked sessions,
 * and what the alerts were worth.
 *
 * <p>The measure: every event is scored before it is learnt from; only the {@code test} phase
 * counts; a session's score is the maximum over its events. Nothing here knows the stream
 * processor: lists go in, a value comes out.
 */
package io.driftline.job.evaluate;
