'use strict';

const { toUtf16 } = require('./offsets.js');

/**
 * One way to go on.
 * @typedef {{text: string, type: string, signature: string, start: number, end: number}} Completion Offsets are UTF-16.
 */

/** What the kernel's words for a completion are called in the editor, which draws an icon for each. */
const kinds = Object.freeze({
  keyword: 'Keyword',
  variable: 'Variable',
  method: 'Method',
  function: 'Function',
  property: 'Property',
  field: 'Field',
  class: 'Class',
  struct: 'Struct',
  interface: 'Interface',
  enum: 'Enum',
  namespace: 'Module',
  table: 'Struct',
  column: 'Field',
  magic: 'Event',
  file: 'File',
});

/**
 * Returns the completions of a reply.
 * @param {Record<string, any>} content Content of a `complete_reply`.
 * @param {string} source The cell's text that was asked about.
 * @returns {Completion[]}
 */
function completionsOf(content, source) {
  const typed = new Map((content.metadata?._jupyter_types_experimental ?? []).map((/** @type {any} */ item) => [item.text, item]));
  return (content.matches ?? []).map((/** @type {string} */ text) => {
    const item = typed.get(text);
    return {
      text,
      type: item?.type ?? '',
      signature: item?.signature ?? '',
      start: toUtf16(source, item?.start ?? content.cursor_start),
      end: toUtf16(source, item?.end ?? content.cursor_end),
    };
  });
}

module.exports = { completionsOf, kinds };
