package io.driftline.job.ocsf;

import io.driftline.posture.Severity;

/**
 * What every record begins with.
 *
 * @param kind of output, for example {@code anomaly}
 * @param uid names the record among all of its kind
 * @param activity what the record says
 * @param status of the finding
 * @param severity {@code null} for what calls nobody
 * @param time event time in epoch milliseconds
 * @param message one sentence
 */
record OcsfHead(
    String kind,
    String uid,
    OcsfActivity activity,
    OcsfStatus status,
    Severity severity,
    long time,
    String message) {}
