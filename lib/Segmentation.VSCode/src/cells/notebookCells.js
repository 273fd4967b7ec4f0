'use strict';

const vscode = require('vscode');
const { find, firstMagic } = require('./languages.js');

/**
 * Returns the number that messages call a cell by: 1 for the first code cell of the notebook.
 * @param {vscode.NotebookCell} cell
 */
function codeCellNumber(cell) {
  return cell.notebook.getCells(new vscode.NotebookRange(0, cell.index + 1)).filter(c => c.kind === vscode.NotebookCellKind.Code).length;
}

/**
 * Returns what a request says of a cell's language. The editor's choice is the person's last word; in the kernel a first line `#!…` still decides.
 * @param {vscode.NotebookCell} cell
 * @returns {Record<string, any>}
 */
function languageMetadata(cell) {
  return { language: cell.document.languageId };
}

/**
 * Returns a cell's metadata as the file holds it.
 * @param {vscode.NotebookCell} cell
 * @returns {Record<string, any>}
 */
function fileMetadata(cell) {
  return cell.metadata?.metadata ?? {};
}

/**
 * Returns a cell's language: of its first line, else the one that the editor shows.
 * @param {vscode.NotebookCell} cell
 * @returns {string | undefined}
 */
function languageOfCell(cell) {
  return find(firstMagic(cell.document.getText())) ?? find(cell.document.languageId);
}

module.exports = { codeCellNumber, languageMetadata, fileMetadata, languageOfCell };
