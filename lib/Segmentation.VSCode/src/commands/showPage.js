'use strict';

const fs = require('node:fs/promises');
const vscode = require('vscode');

/**
 * Opens a page: in the browser, or, where the files lie on another machine than the person, in the editor.
 * @param {string} file
 * @param {string} title
 */
async function showPage(file, title) {
  if (vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop) {
    await vscode.env.openExternal(vscode.Uri.file(file));
    return;
  }

  const panel = vscode.window.createWebviewPanel('segmentation.page', title, vscode.ViewColumn.Active, { enableScripts: true });
  panel.webview.html = await fs.readFile(file, 'utf8');
}

module.exports = { showPage };
