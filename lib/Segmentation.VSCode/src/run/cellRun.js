'use strict';

const vscode = require('vscode');
const { KernelGone } = require('../kernel/kernelProcess.js');
const { RuntimeMissing, download } = require('../kernel/startFailure.js');
const { limits } = require('../limits.js');
const { codeCellNumber, languageMetadata } = require('../cells/notebookCells.js');
const { CellOutputs } = require('./cellOutputs.js');
const { errorText } = require('./errorText.js');
const { ask } = require('./input.js');
const { failed } = require('./outputItems.js');

/** One run of one cell. */
class CellRun {
  /**
   * @param {vscode.NotebookCellExecution} execution
   * @param {import('../kernel/kernels.js').Kernels} kernels
   * @param {import('./displays.js').Displays} displays
   * @param {import('../editing/problems.js').Problems} problems
   * @param {(received: import('../kernel/messages.js').Message) => void} onLate Takes what comes when the cell has ended.
   */
  constructor(execution, kernels, displays, problems, onLate) {
    this.execution = execution;
    this.cell = execution.cell;
    this.kernels = kernels;
    this.displays = displays;
    this.problems = problems;
    this.onLate = onLate;
    this.source = this.cell.document.getText();
    this.name = `cell ${codeCellNumber(this.cell)}`;
    this.ended = false;
    this.end = new vscode.CancellationTokenSource();
    this.interrupted = false;
  }

  /**
   * Runs the cell; never throws.
   * @returns {Promise<boolean>} Whether it succeeded.
   */
  async run() {
    this.execution.start(Date.now());
    this.displays.forget(this.cell);
    this.problems.clear(this.cell.document.uri);
    const outputs = new CellOutputs(this.execution, this.displays);
    let succeeded = false;
    try {
      await this.execution.clearOutput();
      const kernel = await this.kernels.get(this.cell.notebook);
      const reply = await kernel.request('shell', 'execute_request', { code: this.source, silent: false, store_history: true, user_expressions: {}, allow_stdin: true, stop_on_error: false }, {
        metadata: { ...languageMetadata(this.cell), cell: codeCellNumber(this.cell) },
        onMessage: received => this.#take(received, kernel, outputs),
        onLate: this.onLate,
      });
      succeeded = reply?.content.status === 'ok';
      if (reply?.content.execution_count) this.execution.executionOrder = reply.content.execution_count;
    } catch (error) {
      this.#fail(outputs, /** @type {Error} */ (error));
    }

    // An output that could not be written, of a cell that was deleted say, is no reason to stop the others.
    await Promise.resolve(outputs.last).catch(() => {});
    this.ended = true;
    this.end.cancel();
    this.end.dispose();
    this.execution.end(succeeded, Date.now());
    return succeeded;
  }

  /** Asks the kernel to stop the cell; offers a restart where it does not. */
  async interrupt() {
    if (this.interrupted) return;
    this.interrupted = true;
    const kernel = await this.kernels.get(this.cell.notebook).catch(() => undefined);
    if (kernel === undefined) return;
    void kernel.request('control', 'interrupt_request', {}).catch(() => {});
    await new Promise(resolve => setTimeout(resolve, limits.interrupt));
    if (this.ended) return;
    const restart = 'Restart the kernel';
    const chosen = await vscode.window.showWarningMessage(`${this.name} did not stop. A restart stops it, and forgets every variable.`, restart);
    if (chosen === restart && !this.ended) await kernel.stop('The kernel was restarted.');
  }

  /**
   * @param {import('../kernel/messages.js').Message} received
   * @param {import('../kernel/kernelProcess.js').KernelProcess} kernel
   * @param {CellOutputs} outputs
   */
  #take(received, kernel, outputs) {
    switch (received.header.msg_type) {
      case 'execute_input':
        this.execution.executionOrder = received.content.execution_count;
        break;
      case 'input_request':
        void ask(received, this.name, this.end.token).then(answer => this.ended || kernel.answer(received, answer));
        break;
      case 'error': {
        const content = /** @type {any} */ (received.content);
        const line = typeof received.metadata.line === 'number' ? received.metadata.line : undefined;
        outputs.add(failed(errorText(content, this.name, line, this.source), content));
        this.problems.failed(this.cell.document, line, content.ename, content.evalue);
        break;
      }

      default:
        outputs.take(received);
    }
  }

  /**
   * @param {CellOutputs} outputs
   * @param {Error} error
   */
  #fail(outputs, error) {
    const message = error instanceof KernelGone ? `${error.message} Its variables are lost: run the notebook from the top. What it said last stands in the output 'Segmentation Kernel'.` : error.message;
    const content = { ename: 'Kernel', evalue: message };
    outputs.add(failed(errorText(content, this.name, undefined, this.source)));
    if (error instanceof RuntimeMissing) void offerRuntime(error);
  }
}

/** @param {RuntimeMissing} error */
async function offerRuntime(error) {
  const open = 'Open the Download Page';
  if (await vscode.window.showErrorMessage(error.message, open) === open) await vscode.env.openExternal(vscode.Uri.parse(download));
}

module.exports = { CellRun };
