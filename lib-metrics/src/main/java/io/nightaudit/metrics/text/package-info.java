/**
 * What does a text look like, and how much of another text is in it? One pass over the UTF-8 bytes
 * of a text gives every descriptor and every term; the text never becomes a string. Comparisons
 * with references or a context take strings and give integer counts that add up.
 */
package io.nightaudit.metrics.text;
