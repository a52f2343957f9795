/** Whether the topics are there that the job reads and writes, asked before it starts. */
package io.driftline.job.topic;
