'use strict';

const vscode = require('vscode');

/**
 * Returns the notebook that a command is for: that of the toolbar it was pressed in, else the one in front. Says so where there is none.
 * @param {any} [context] What a menu passes.
 * @returns {vscode.NotebookDocument | undefined}
 */
function notebookOf(context) {
  const uri = context?.notebookEditor?.notebookUri ?? (context instanceof vscode.Uri ? context : undefined);
  const found = uri === undefined ? vscode.window.activeNotebookEditor?.notebook : vscode.workspace.notebookDocuments.find(notebook => notebook.uri.toString() === uri.toString());
  if (found === undefined) void vscode.window.showInformationMessage('Open a notebook first.');
  return found;
}

module.exports = { notebookOf };
