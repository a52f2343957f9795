/**
 * Other detectors beside Driftline's, on the vectors that its own detectors see. In test scope:
 * none of them is part of what ships.
 */
package io.driftline.job.bench;
