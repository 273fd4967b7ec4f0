'use strict';

const vscode = require('vscode');
const { languages } = require('./cells/languages.js');
const { isOurs } = require('./cells/metadata.js');
const { CellQueue } = require('./run/cellQueue.js');

/** The kernel that the editor offers for notebooks, and the queues of those that use it. */
class Controller {
  /**
   * @param {import('./kernel/kernels.js').Kernels} kernels
   * @param {import('./editing/problems.js').Problems} problems
   */
  constructor(kernels, problems) {
    this.kernels = kernels;
    this.problems = problems;
    /** @type {Map<string, CellQueue>} */
    this.queues = new Map();
    /** @type {Set<string>} */
    this.selected = new Set();
    kernels.onGone = notebook => this.queues.get(notebook.uri.toString())?.forget();
    this.controller = vscode.notebooks.createNotebookController('segmentation', 'jupyter-notebook', 'Segmentation (C#, SQL)');
    this.controller.description = 'C#, SQL, HTML, Markdown, Mermaid';
    this.controller.detail = 'Runs on this machine; no Python, no Jupyter';
    this.controller.supportedLanguages = [...languages];
    this.controller.supportsExecutionOrder = true;
    this.controller.executeHandler = (cells, notebook) => this.queue(notebook).add(cells);
    this.controller.interruptHandler = notebook => this.queue(notebook).interrupt();
    this.controller.onDidChangeSelectedNotebooks(({ notebook, selected }) => {
      if (selected) this.selected.add(notebook.uri.toString());
      else this.selected.delete(notebook.uri.toString());
    });
    this.subscriptions = [
      this.controller,
      vscode.workspace.onDidOpenNotebookDocument(notebook => this.#prefer(notebook)),
      vscode.workspace.onDidCloseNotebookDocument(notebook => void this.#forget(notebook)),
    ];
    for (const notebook of vscode.workspace.notebookDocuments) this.#prefer(notebook);
  }

  /**
   * Returns whether a notebook runs on this kernel.
   * @param {vscode.NotebookDocument} notebook
   */
  serves(notebook) {
    return this.selected.has(notebook.uri.toString());
  }

  /**
   * Returns the code cell that a document shows; undefined where it belongs to no notebook that runs on this kernel.
   * @param {vscode.Uri} uri
   * @returns {vscode.NotebookCell | undefined}
   */
  cellOf(uri) {
    if (uri.scheme !== 'vscode-notebook-cell') return undefined;
    const notebook = vscode.workspace.notebookDocuments.find(n => n.uri.path === uri.path && this.serves(n));
    return notebook?.getCells().find(cell => cell.kind === vscode.NotebookCellKind.Code && cell.document.uri.toString() === uri.toString());
  }

  /**
   * Returns the queue of a notebook.
   * @param {vscode.NotebookDocument} notebook
   */
  queue(notebook) {
    const key = notebook.uri.toString();
    let queue = this.queues.get(key);
    if (queue === undefined) {
      queue = new CellQueue(notebook, this.controller, this.kernels, this.problems);
      this.queues.set(key, queue);
    }

    return queue;
  }

  /**
   * Ends the kernel of a notebook and gives up its cells; the next cell starts another kernel.
   * @param {vscode.NotebookDocument} notebook
   */
  async restart(notebook) {
    this.queues.get(notebook.uri.toString())?.clear();
    await this.kernels.stop(notebook, 'The kernel was restarted.');
    await this.kernels.get(notebook);
  }

  dispose() {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** @param {vscode.NotebookDocument} notebook */
  #prefer(notebook) {
    if (notebook.notebookType === 'jupyter-notebook' && isOurs(notebook.metadata?.metadata)) this.controller.updateNotebookAffinity(notebook, vscode.NotebookControllerAffinity.Preferred);
  }

  /** @param {vscode.NotebookDocument} notebook */
  async #forget(notebook) {
    const key = notebook.uri.toString();
    this.queues.delete(key);
    this.selected.delete(key);
    await this.kernels.stop(notebook, 'The notebook was closed.');
  }
}

module.exports = { Controller };
