/** What the organisation says about its agents and people, and since when. */
package io.driftline.registry;
