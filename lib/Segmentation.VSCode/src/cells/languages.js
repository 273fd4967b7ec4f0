'use strict';

/** Languages of a cell, by their VS Code ids; the first is the notebook's own. */
const languages = Object.freeze(['csharp', 'sql', 'html', 'markdown', 'mermaid']);

/** Other spellings that magics and metadata use. */
const spellings = new Map([['c#', 'csharp'], ...languages.map(id => /** @type {[string, string]} */ ([id, id]))]);

/**
 * Returns the language that a name stands for; undefined where nobody knows it.
 * @param {unknown} name
 */
function find(name) {
  return typeof name === 'string' ? spellings.get(name.toLowerCase()) : undefined;
}

/**
 * Returns the magic of a cell's first line, without `#!`; undefined where there is none.
 * @param {string} source
 */
function firstMagic(source) {
  return /^#!(\S+)/.exec(source)?.[1];
}

module.exports = { languages, find, firstMagic };
