/** Line charts as SVG, for the documentation. The same values give the same bytes. */
package io.driftline.job.cli.chart;
