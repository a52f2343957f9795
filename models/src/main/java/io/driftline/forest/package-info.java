/**
 * Isolation forests (F. T. Liu, K. M. Ting, Z.-H. Zhou, <i>Isolation Forest</i>, ICDM 2008): grown,
 * compiled for fast scoring, calibrated to tail probabilities, and stored as versioned artifacts;
 * beside them a statistic of surprise, and the verdict that all of them give together.
 */
package io.driftline.forest;
