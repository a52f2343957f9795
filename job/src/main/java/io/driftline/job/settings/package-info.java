/**
 * Where settings come from: a YAML file, flags, the environment; each stronger than the one before.
 *
 * <p>{@link io.driftline.job.settings.SettingsResolver} is the one place that puts them together
 * and checks them. The options themselves are in {@code config}.
 */
package io.driftline.job.settings;
