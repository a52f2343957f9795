/** {@code driftline registry}: publishes the registry of agents and people from a YAML file. */
package io.driftline.job.cli.registry;
