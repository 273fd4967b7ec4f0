'use strict';

/**
 * Returns what to change in a cell of C# so that a text variable starts with another value. Only the literal changes; its comment and the other lines stay.
 * @param {string} source
 * @param {string} name The variable.
 * @param {string} value
 * @returns {{start: number, end: number, text: string} | undefined} UTF-16 offsets; undefined where the cell does not give the variable a text.
 */
function parameterEdit(source, name, value) {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const declared = new RegExp(`^([ \\t]*(?:(?:var|string\\??)\\s+)?${escaped}\\s*=\\s*)("""[\\s\\S]*?"""|@"(?:[^"]|"")*"|"(?:[^"\\\\\\r\\n]|\\\\.)*")\\s*;`, 'm').exec(source);
  if (declared === null) return undefined;
  const start = declared.index + declared[1].length;
  return { start, end: start + declared[2].length, text: literal(value) };
}

/**
 * Returns a text as C# writes it.
 * @param {string} value
 */
function literal(value) {
  return `"${value.replace(/[\\"]/g, '\\$&').replace(/[\u0000-\u001f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}

module.exports = { parameterEdit, literal };
