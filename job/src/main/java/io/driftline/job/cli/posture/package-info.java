/** {@code driftline posture}: what is wrong by the registry, from files. */
package io.driftline.job.cli.posture;
