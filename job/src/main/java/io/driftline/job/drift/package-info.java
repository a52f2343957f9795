/** Watches each agent for slow change, day by day. */
package io.driftline.job.drift;
