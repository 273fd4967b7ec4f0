'use strict';

const vscode = require('vscode');
const { CellRun } = require('./cellRun.js');
const { Displays } = require('./displays.js');
const { addLate } = require('./lateOutput.js');

/** The cells of one notebook that wait for the kernel: one runs at a time, in the order in which they were asked for. */
class CellQueue {
  /**
   * @param {vscode.NotebookDocument} notebook
   * @param {vscode.NotebookController} controller
   * @param {import('../kernel/kernels.js').Kernels} kernels
   * @param {import('../editing/problems.js').Problems} problems
   */
  constructor(notebook, controller, kernels, problems) {
    this.notebook = notebook;
    this.controller = controller;
    this.kernels = kernels;
    this.problems = problems;
    this.displays = new Displays();
    /** @type {vscode.NotebookCellExecution[]} */
    this.waiting = [];
    /** @type {CellRun | undefined} */
    this.running = undefined;
    /** What a cell says after its end is written one after the other. @type {Promise<void>} */
    this.late = Promise.resolve();
  }

  /**
   * Puts cells at the end of the queue.
   * @param {vscode.NotebookCell[]} cells
   */
  add(cells) {
    this.waiting.push(...cells.map(cell => this.controller.createNotebookCellExecution(cell)));
    if (this.running === undefined) void this.#work();
  }

  /** Forgets what a kernel that is gone could still have changed. */
  forget() {
    this.displays = new Displays();
  }

  /** Stops the cell that runs, and gives up those that wait. */
  interrupt() {
    this.clear();
    void this.running?.interrupt();
  }

  /** Gives up the cells that wait. */
  clear() {
    for (const execution of this.waiting.splice(0)) execution.end(undefined);
  }

  async #work() {
    for (let execution = this.waiting.shift(); execution !== undefined; execution = this.waiting.shift()) {
      const { cell } = execution;
      this.running = new CellRun(execution, this.kernels, this.displays, this.problems, received => this.#addLate(cell, received));
      const succeeded = await this.running.run();
      this.running = undefined;
      if (!succeeded) this.clear();
    }
  }

  /**
   * @param {vscode.NotebookCell} cell
   * @param {import('../kernel/messages.js').Message} received
   */
  #addLate(cell, received) {
    this.late = this.late.then(() => addLate(this.controller, cell, this.displays, received));
  }
}

module.exports = { CellQueue };
