/** What is raised, how severe it is, and the values that people tune. */
package io.driftline.decide;
