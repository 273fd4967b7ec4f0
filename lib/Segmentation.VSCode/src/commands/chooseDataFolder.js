'use strict';

const path = require('node:path');
const vscode = require('vscode');
const { fileMetadata } = require('../cells/notebookCells.js');
const { folderOf } = require('../kernel/kernels.js');
const { literal, parameterEdit } = require('./parameterEdit.js');
const { notebookOf } = require('./target.js');

/**
 * Asks for a folder of exports and writes it into the notebook's cell tagged `parameters`, as if typed.
 * @param {any} [context]
 */
async function chooseDataFolder(context) {
  const notebook = notebookOf(context);
  if (notebook === undefined) return;
  const cell = notebook.getCells().find(c => fileMetadata(c).tags?.includes('parameters'));
  if (cell === undefined) {
    void vscode.window.showErrorMessage("This notebook has no cell tagged 'parameters', which is where the data folder stands. Tag the cell that declares 'data', or make a new notebook with 'Segmentation: New Notebook'.");
    return;
  }

  const from = folderOf(notebook);
  const chosen = (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: 'Use This Folder', title: 'Folder of exports', defaultUri: vscode.Uri.file(from) }))?.[0];
  if (chosen === undefined) return;
  const value = shown(from, chosen.fsPath);
  const document = cell.document;
  const change = parameterEdit(document.getText(), 'data', value);
  const edit = new vscode.WorkspaceEdit();
  if (change === undefined) edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, `${document.getText().trim() === '' ? '' : '\n'}var data = ${literal(value)};`);
  else edit.replace(document.uri, new vscode.Range(document.positionAt(change.start), document.positionAt(change.end)), change.text);
  await vscode.workspace.applyEdit(edit);
  const editor = await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(cell.index, cell.index + 1)] });
  editor.revealRange(new vscode.NotebookRange(cell.index, cell.index + 1), vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
}

/**
 * Returns a folder as a notebook names it: seen from its own folder where both lie together, so that the notebook can be moved with its data.
 * @param {string} from
 * @param {string} folder
 */
function shown(from, folder) {
  const relative = path.relative(from, folder);
  const steps = relative.split(path.sep);
  const isNear = !path.isAbsolute(relative) && steps.filter(step => step === '..').length <= 2;
  return (isNear ? relative || '.' : folder).replaceAll('\\', '/');
}

module.exports = { chooseDataFolder, shown };
