/**
 * A simulated enterprise: people, systems and AI agents with workflows, office hours and oddities.
 * Three simulations run in it: {@link io.driftline.simulate.EnterpriseSimulator} plants attacks
 * whose every action is known, {@link io.driftline.simulate.DriftSimulator} lets some agents change
 * slowly, and says which, how and when; {@link io.driftline.simulate.GovernedEnterprise} keeps a
 * registry by all rules of governance and violates each once.
 */
package io.driftline.simulate;
