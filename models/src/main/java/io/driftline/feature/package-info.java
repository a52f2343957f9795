/** From an action and its baselines to a vector of surprises in bits. */
package io.driftline.feature;
