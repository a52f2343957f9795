/**
 * Governance: what is wrong by the registry, whether or not anybody has done anything odd. Rules,
 * with one small class each, and the life of what they find.
 */
package io.driftline.posture;
