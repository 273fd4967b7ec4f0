'use strict';

// The protocol counts letters (Unicode code points); the editor counts UTF-16 units, of which an emoji has two.

/**
 * Returns how many code points stand before a UTF-16 offset; an offset inside a letter counts as before it.
 * @param {string} text
 * @param {number} offset
 */
function toCodePoints(text, offset) {
  let points = 0;
  for (let unit = 0; unit < offset && unit < text.length;) {
    unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    if (unit <= offset) points++;
  }

  return points;
}

/**
 * Returns the UTF-16 offset of a place that is counted in code points; the text's end where it lies behind it.
 * @param {string} text
 * @param {number} points
 */
function toUtf16(text, points) {
  let unit = 0;
  for (let point = 0; point < points && unit < text.length; point++) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
  return unit;
}

module.exports = { toCodePoints, toUtf16 };
