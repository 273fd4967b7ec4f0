'use strict';

const { find } = require('../cells/languages.js');
const { languageMetadata } = require('../cells/notebookCells.js');
const { limits } = require('../limits.js');
const { toCodePoints } = require('./offsets.js');

/** Asks the kernel what an editor wants to know of a cell; starts the kernel where none runs. A kernel that is gone or slow is no reason to disturb a writer. */
class Questions {
  /**
   * @param {import('../controller.js').Controller} controller
   * @param {import('../kernel/kernels.js').Kernels} kernels
   */
  constructor(controller, kernels) {
    this.controller = controller;
    this.kernels = kernels;
  }

  /**
   * Returns the cell that a document shows; undefined where our kernel does not run it, or no language of it.
   * @param {import('vscode').TextDocument} document
   * @returns {import('vscode').NotebookCell | undefined}
   */
  cellOf(document) {
    if (find(document.languageId) === undefined) return undefined;
    return this.controller.cellOf(document.uri);
  }

  /**
   * Asks about a place in a text.
   * @param {import('vscode').NotebookCell} cell
   * @param {'complete_request'|'inspect_request'} type
   * @param {string} code
   * @param {number} offset UTF-16 offset into the text.
   */
  at(cell, type, code, offset) {
    return this.ask(cell, type, { code, cursor_pos: toCodePoints(code, offset), ...(type === 'inspect_request' ? { detail_level: 0 } : {}) });
  }

  /**
   * Asks about a text.
   * @param {import('vscode').NotebookCell} cell
   * @param {string} type
   * @param {Record<string, any>} content
   * @returns {Promise<Record<string, any> | undefined>} The reply's content; undefined where there is none.
   */
  async ask(cell, type, content) {
    let timer;
    const late = new Promise(resolve => { timer = setTimeout(resolve, limits.editing); });
    try {
      const kernel = await this.kernels.get(cell.notebook);
      // On the control channel a question is answered while a cell runs, too.
      const reply = await Promise.race([kernel.request('control', type, content, { metadata: languageMetadata(cell) }), late]);
      return reply?.content.status === 'ok' ? reply.content : undefined;
    } catch (error) {
      this.kernels.output.appendLine(`${type}: ${/** @type {Error} */ (error).message}`);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}

module.exports = { Questions };
