/** What the job counts and measures about itself, each by a name that is documented. */
package io.driftline.job.metric;
