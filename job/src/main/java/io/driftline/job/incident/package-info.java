/** What belongs together of what is raised, as incidents: state, budgets, and how they are told. */
package io.driftline.job.incident;
