'use strict';

const vscode = require('vscode');

/**
 * Asks the person what a running cell wants to know.
 * @param {import('../kernel/messages.js').Message} question An `input_request`.
 * @param {string} cell What the cell is called.
 * @returns {Promise<string>} The answer; empty where the person gave none.
 */
async function ask(question, cell) {
  const { prompt, password } = question.content;
  return await vscode.window.showInputBox({ title: `Input for ${cell}`, prompt: prompt || undefined, password: password === true, ignoreFocusOut: true }) ?? '';
}

module.exports = { ask };
