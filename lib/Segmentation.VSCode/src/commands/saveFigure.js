'use strict';

const vscode = require('vscode');
const { folderOf } = require('../kernel/kernels.js');
const { fileName } = require('./fileName.js');
const { limits } = require('../limits.js');

/**
 * Saves a picture that the renderer made, where the person says; or says why it made none.
 * @param {vscode.NotebookEditor} editor
 * @param {{type: 'save', format: 'png'|'svg', title: string, data: string} | {type: 'problem', text: string}} message
 */
async function saveFigure(editor, message) {
  if (message?.type === 'problem') void vscode.window.showErrorMessage(message.text);
  if (message?.type !== 'save') return;
  const kind = message.format === 'png' ? 'PNG picture' : 'SVG drawing';
  const target = await vscode.window.showSaveDialog({
    title: `Save the chart as ${message.format.toUpperCase()}`,
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(folderOf(editor.notebook)), `${fileName(message.title)}.${message.format}`),
    filters: { [kind]: [message.format] },
  });
  if (target === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(target, Buffer.from(message.data, message.format === 'png' ? 'base64' : 'utf8'));
  } catch (error) {
    void vscode.window.showErrorMessage(`The chart was not saved. ${/** @type {Error} */ (error).message}`);
    return;
  }

  void vscode.window.setStatusBarMessage(`Saved ${vscode.workspace.asRelativePath(target)}`, limits.note);
}

module.exports = { saveFigure };
