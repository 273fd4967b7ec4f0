'use strict';

const vscode = require('vscode');
const { limits } = require('../limits.js');
const { notebookOf } = require('./target.js');

/**
 * Ends the notebook's kernel and starts another.
 * @param {import('../controller.js').Controller} controller
 * @param {any} [context]
 */
async function restartKernel(controller, context) {
  const notebook = notebookOf(context);
  if (notebook === undefined) return;
  try {
    await controller.restart(notebook);
    void vscode.window.setStatusBarMessage('Kernel restarted; variables are gone', limits.note);
  } catch (error) {
    void vscode.window.showErrorMessage(/** @type {Error} */ (error).message);
  }
}

module.exports = { restartKernel };
