'use strict';

const { limits } = require('../limits.js');

/**
 * Returns the name of a file for a title: lower-case words joined by hyphens, whole words only.
 * @param {string} title
 */
function fileName(title) {
  const words = title.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  let name = words[0]?.slice(0, limits.fileName) ?? '';
  for (const word of words.slice(1)) {
    if (name.length + 1 + word.length > limits.fileName) break;
    name += `-${word}`;
  }

  return name === '' ? 'chart' : name;
}

module.exports = { fileName };
