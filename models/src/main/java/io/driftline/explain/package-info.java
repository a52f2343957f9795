/**
 * Puts into words why an action was unusual, with the numbers behind it. {@link
 * io.driftline.explain.Comparer} gathers those numbers while the baselines are at hand, {@link
 * io.driftline.explain.Explainer} makes sentences of them once an action is to be raised.
 */
package io.driftline.explain;
