/** What the product does, one test per sentence, told over the HTTP API of a whole server. */
package dev.syncline.stories;
