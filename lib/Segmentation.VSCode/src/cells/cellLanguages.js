'use strict';

const vscode = require('vscode');
const { find, firstMagic } = require('./languages.js');
const { agrees, firstLineEdit, isOurs, languageInFile, withLanguage } = require('./metadata.js');
const { fileMetadata } = require('./notebookCells.js');

/** Keeps what the editor shows as a cell's language, its first line and its metadata the same, so that the file runs the same everywhere. */
class CellLanguages {
  constructor() {
    /** The language of each cell as it was last seen. @type {WeakMap<vscode.NotebookCell, string>} */
    this.seen = new WeakMap();
    this.subscriptions = [
      vscode.workspace.onDidOpenNotebookDocument(notebook => void this.#opened(notebook)),
      vscode.workspace.onDidChangeNotebookDocument(event => void this.#changed(event)),
    ];
    for (const notebook of vscode.workspace.notebookDocuments) void this.#opened(notebook);
  }

  dispose() {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** @param {vscode.NotebookDocument} notebook */
  async #opened(notebook) {
    if (!concerns(notebook)) return;
    for (const cell of codeCells(notebook.getCells())) {
      const language = languageInFile(fileMetadata(cell), cell.document.getText());
      if (language !== undefined && language !== cell.document.languageId) await vscode.languages.setTextDocumentLanguage(cell.document, language);
      this.seen.set(cell, language ?? cell.document.languageId);
    }
  }

  /** @param {vscode.NotebookDocumentChangeEvent} event */
  async #changed(event) {
    if (!concerns(event.notebook)) return;
    for (const cell of codeCells(event.contentChanges.flatMap(change => change.addedCells))) await this.#added(cell);
    for (const { cell, document, metadata } of event.cellChanges) {
      if (cell.kind !== vscode.NotebookCellKind.Code || cell.index < 0) continue;
      if (document !== undefined) await this.#edited(cell);
      // The editor's own serializer writes its part of the metadata too, and may take ours back.
      else if (metadata !== undefined && find(cell.document.languageId) !== undefined && !agrees(fileMetadata(cell), cell.document.languageId)) await this.#write(cell, cell.document.languageId);
    }
  }

  /** @param {vscode.NotebookCell} cell */
  async #added(cell) {
    const magic = find(firstMagic(cell.document.getText()));
    if (magic !== undefined && magic !== cell.document.languageId) await vscode.languages.setTextDocumentLanguage(cell.document, magic);
    else await this.#write(cell, cell.document.languageId);
    this.seen.set(cell, magic ?? cell.document.languageId);
  }

  /** @param {vscode.NotebookCell} cell */
  async #edited(cell) {
    const shown = cell.document.languageId;
    const before = this.seen.get(cell);
    this.seen.set(cell, shown);
    if (before !== undefined && before !== shown) {
      await this.#write(cell, shown);
      return;
    }

    // The first line was written by hand: the editor follows it.
    const magic = find(firstMagic(cell.document.getText()));
    if (magic !== undefined && magic !== shown) await vscode.languages.setTextDocumentLanguage(cell.document, magic);
  }

  /**
   * @param {vscode.NotebookCell} cell
   * @param {string} shown
   */
  async #write(cell, shown) {
    const language = find(shown);
    if (language === undefined) return;
    const edit = new vscode.WorkspaceEdit();
    const metadata = fileMetadata(cell);
    const wanted = withLanguage(metadata, language);
    if (wanted !== metadata) edit.set(cell.notebook.uri, [vscode.NotebookEdit.updateCellMetadata(cell.index, { ...cell.metadata, metadata: wanted })]);
    const line = firstLineEdit(cell.document.getText(), language);
    if (line !== undefined) edit.replace(cell.document.uri, new vscode.Range(new vscode.Position(0, 0), cell.document.positionAt(line.length)), line.text);
    if (edit.size > 0) await vscode.workspace.applyEdit(edit);
  }
}

/** @param {vscode.NotebookDocument} notebook */
function concerns(notebook) {
  return notebook.notebookType === 'jupyter-notebook' && isOurs(notebook.metadata?.metadata);
}

/** @param {readonly vscode.NotebookCell[]} cells */
function codeCells(cells) {
  return cells.filter(cell => cell.kind === vscode.NotebookCellKind.Code);
}

module.exports = { CellLanguages };
