/**
 * A simulated enterprise: people, systems and AI agents with workflows, office hours and oddities.
 * Two simulations run in it: {@link io.driftline.simulate.EnterpriseSimulator} plants attacks whose
 * every action is known, {@link io.driftline.simulate.DriftSimulator} lets some agents change
 * slowly, and says which, how and when.
 */
package io.driftline.simulate;
