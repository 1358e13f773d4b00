/**
 * What does one text look like? One pass over its UTF-8 bytes gives every descriptor and every
 * term; the text never becomes a string.
 */
package io.nightaudit.metrics.text;
