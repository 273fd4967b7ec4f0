'use strict';

const vscode = require('vscode');
const { languageOfCell } = require('../cells/notebookCells.js');
const { limits } = require('../limits.js');
const { toUtf16 } = require('./offsets.js');

/** Looks for problems while a cell is written, when the writer rests. */
class Writing {
  /**
   * @param {import('./questions.js').Questions} questions
   * @param {import('../kernel/kernels.js').Kernels} kernels
   * @param {import('./problems.js').Problems} problems
   */
  constructor(questions, kernels, problems) {
    this.questions = questions;
    this.kernels = kernels;
    this.problems = problems;
    /** @type {Map<string, NodeJS.Timeout>} */
    this.resting = new Map();
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument(event => this.#changed(event.document)),
      vscode.workspace.onDidCloseTextDocument(document => this.#closed(document)),
    ];
  }

  dispose() {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const timer of this.resting.values()) clearTimeout(timer);
  }

  /** @param {vscode.TextDocument} document */
  #changed(document) {
    const cell = this.questions.cellOf(document);
    if (cell === undefined) return;
    const key = document.uri.toString();
    clearTimeout(this.resting.get(key));
    this.problems.clear(document.uri);
    this.resting.set(key, setTimeout(() => {
      this.resting.delete(key);
      void this.#look(cell);
    }, limits.typing));
  }

  /** @param {vscode.NotebookCell} cell */
  async #look(cell) {
    const document = cell.document;
    const language = languageOfCell(cell);
    // Without the cells above it a cell is full of unknown names, so nothing is said before the notebook runs.
    if (document.isClosed || (language !== 'csharp' && language !== 'sql') || !this.kernels.has(cell.notebook)) return;
    const { version } = document;
    const code = document.getText();
    const content = await this.questions.ask(cell, 'diagnose_request', { code });
    if (content === undefined || document.isClosed || document.version !== version) return;
    this.problems.written(document, (content.problems ?? []).map((/** @type {any} */ problem) => ({ ...problem, start: toUtf16(code, problem.start), end: toUtf16(code, problem.end) })));
  }

  /** @param {vscode.TextDocument} document */
  #closed(document) {
    if (document.uri.scheme !== 'vscode-notebook-cell') return;
    const key = document.uri.toString();
    clearTimeout(this.resting.get(key));
    this.resting.delete(key);
    this.problems.clear(document.uri);
  }
}

module.exports = { Writing };
