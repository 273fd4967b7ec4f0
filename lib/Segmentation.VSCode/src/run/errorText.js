'use strict';

const { limits } = require('../limits.js');

const red = '\u001b[31m';
const plain = '\u001b[39m';

/**
 * Returns a failure as the editor shows it: what happened, then where, with the line as it is written, then the way there.
 * @param {{ename: string, evalue: string, traceback?: string[]}} content Content of the message `error`.
 * @param {string} cell What the cell is called, such as `cell 5`.
 * @param {number | undefined} line 1-based line in the cell that is to blame.
 * @param {string} source The cell's text.
 * @returns {{name: string, message: string, stack: string}}
 */
function errorText(content, cell, line, source) {
  const written = line === undefined ? undefined : source.split(/\r?\n/)[line - 1]?.trim();
  const where = line === undefined ? cell : `${cell}, line ${line}${written ? `:  ${written}` : ''}`;
  const trace = (content.traceback ?? []).filter(frame => /^\s+at /.test(frame));
  return {
    name: content.ename,
    message: content.evalue,
    stack: [`${red}${content.ename}${plain}: ${wrap(content.evalue)}`, `   in ${where}`, ...trace].join('\n'),
  };
}

/**
 * Returns a text in lines that a notebook shows whole; words, paths and lists without spaces stay in one piece.
 * @param {string} text
 */
function wrap(text) {
  return text.split('\n').map(line => {
    let width = 0;
    return line.split(/(?<= )(?=\S)/).map(word => {
      const breaks = width > 0 && width + word.trimEnd().length > limits.errorWidth;
      width = (breaks ? 0 : width) + word.length;
      return breaks ? `\n   ${word}` : word;
    }).join('');
  }).join('\n');
}

module.exports = { errorText, wrap };
