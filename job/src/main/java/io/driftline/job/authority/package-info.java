/** With whose authority an agent acts: the chain of calls, and what the first requester may do. */
package io.driftline.job.authority;
