/** Judges each agent by what the registry says, and keeps what is found until it is put right. */
package io.driftline.job.posture;
