/** Tells who has what done by which agent on which system. */
package io.driftline.job.relation;
