/** Who has what done by which agent on which system, and how far that reaches. */
package io.driftline.relation;
