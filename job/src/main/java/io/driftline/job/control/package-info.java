/** What people tell the job while it runs, as it comes from the control topic. */
package io.driftline.job.control;
