'use strict';

const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');
const { firstNotebook } = require('../cells/firstNotebook.js');
const { folderOf } = require('../kernel/kernels.js');

/** Where the sample exports may lie, seen from a notebook; the last is where they lie in the sample workspace. */
const samples = ['data-samples', '../data-samples'];

/** Asks for a place and opens a new notebook there: a notebook's paths start from its own folder, so it has one from the beginning. */
async function newNotebook() {
  const front = vscode.window.activeNotebookEditor?.notebook;
  const folder = front === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.file(folderOf(front));
  const target = await vscode.window.showSaveDialog({
    title: 'New Notebook',
    saveLabel: 'Create',
    filters: { Notebook: ['ipynb'] },
    defaultUri: folder === undefined ? undefined : vscode.Uri.joinPath(folder, 'notebook.ipynb'),
  });
  if (target === undefined) return;
  const data = samples.find(place => fs.existsSync(path.join(path.dirname(target.fsPath), place))) ?? samples[samples.length - 1];
  await vscode.workspace.fs.writeFile(target, Buffer.from(`${JSON.stringify(firstNotebook(data), undefined, 1)}\n`));
  await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(target));
}

module.exports = { newNotebook };
