'use strict';

const vscode = require('vscode');

/**
 * Asks the person what a running cell wants to know.
 * @param {import('../kernel/messages.js').Message} question An `input_request`.
 * @param {string} cell What the cell is called.
 * @param {vscode.CancellationToken} ended Takes the question back: the cell has ended.
 * @returns {Promise<string>} The answer; empty where the person gave none.
 */
async function ask(question, cell, ended) {
  const { prompt, password } = question.content;
  return await vscode.window.showInputBox({ title: `Input for ${cell}`, prompt: prompt || undefined, password: password === true, ignoreFocusOut: true }, ended) ?? '';
}

module.exports = { ask };
