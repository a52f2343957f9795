/** The demo: the whole system in one process, watching simulated agents under attack. */
package io.driftline.job.cli.demo;
