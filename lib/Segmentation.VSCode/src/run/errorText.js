'use strict';

/**
 * Returns a failure as the editor shows it: what happened, then where, with the line as it is written.
 * @param {{ename: string, evalue: string, traceback: string[]}} content Content of the message `error`.
 * @param {string} cell What the cell is called, such as `cell 5`.
 * @param {number | undefined} line 1-based line in the cell that is to blame.
 * @param {string} source The cell's text.
 * @returns {{name: string, message: string, stack: string}}
 */
function errorText(content, cell, line, source) {
  const written = line === undefined ? undefined : source.split(/\r?\n/)[line - 1]?.trim();
  const where = line === undefined ? cell : `${cell}, line ${line}${written ? `:  ${written}` : ''}`;
  const trace = content.traceback.filter(frame => /^\s+at /.test(frame));
  return {
    name: content.ename,
    message: content.evalue,
    stack: [`${content.ename}: ${content.evalue}`, `   in ${where}`, ...trace].join('\n'),
  };
}

module.exports = { errorText };
