'use strict';

const vscode = require('vscode');
const { firstNotebook } = require('../cells/firstNotebook.js');

/** Asks for a place and opens a new notebook there: a notebook's paths start from its own folder, so it has one from the beginning. */
async function newNotebook() {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: 'New Notebook',
    saveLabel: 'Create',
    filters: { Notebook: ['ipynb'] },
    defaultUri: folder === undefined ? undefined : vscode.Uri.joinPath(folder, 'notebook.ipynb'),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, Buffer.from(`${JSON.stringify(firstNotebook(), undefined, 1)}\n`));
  await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(target));
}

module.exports = { newNotebook };
