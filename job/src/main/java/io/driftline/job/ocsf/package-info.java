/**
 * What is raised, as OCSF 1.8.0 Detection Finding: for whoever collects findings of many products.
 */
package io.driftline.job.ocsf;
