/**
 * A simulated enterprise: people, systems and AI agents with workflows, office hours and oddities,
 * and attacks planted in their behaviour whose every action is known. {@link
 * io.driftline.simulate.EnterpriseSimulator} is the way in.
 */
package io.driftline.simulate;
