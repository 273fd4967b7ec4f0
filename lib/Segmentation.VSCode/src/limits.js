'use strict';

/** Every limit of the extension, in one place. Times are in milliseconds. */
const limits = Object.freeze({
  /** How long a kernel may take from its start to its first answer. */
  start: 60_000,
  /** How long a kernel may take to end by itself before it is killed. */
  shutdown: 2_000,
  /** How long an interrupted cell may go on before a restart is offered. */
  interrupt: 8_000,
  /** How many answered requests are remembered, for output that comes later. */
  answered: 200,
  /** How long an editor waits for completions, hovers and diagnostics. */
  editing: 5_000,
  /** How long a note stays in the status bar. */
  note: 5_000,
  /** How long a cell must rest before its problems are looked for. */
  typing: 400,
  /** Most characters in a line of an error message. */
  errorWidth: 110,
  /** Most characters of a proposed file name. */
  fileName: 60,
  /** Most characters of a kernel's standard error that an error message quotes. */
  quotedError: 2_000,
});

module.exports = { limits };
