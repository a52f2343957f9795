/** Charts as SVG. The same values give the same bytes. */
package io.driftline.job.cli.chart;
