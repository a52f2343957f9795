/**
 * How the registry of agents and people gets in: its two topics, its files, and their contract,
 * published as {@code schemas/registry-agent-v1.schema.json} and {@code
 * schemas/registry-person-v1.schema.json}.
 */
package io.driftline.job.registry;
