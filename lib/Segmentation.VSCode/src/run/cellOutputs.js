'use strict';

const vscode = require('vscode');
const { itemsOf, shown, streamItem } = require('./outputItems.js');

/** Turns the messages of one running cell into its outputs, in order. */
class CellOutputs {
  /**
   * @param {vscode.NotebookCellExecution} execution
   * @param {import('./displays.js').Displays} displays
   */
  constructor(execution, displays) {
    this.execution = execution;
    this.displays = displays;
    /** The console output that more text is added to. @type {{name: string, output: vscode.NotebookCellOutput} | undefined} */
    this.stream = undefined;
    /** Whether the outputs go when the next one comes. */
    this.clearing = false;
    /** @type {Thenable<void>} */
    this.last = Promise.resolve();
  }

  /**
   * Takes a message in.
   * @param {import('../kernel/messages.js').Message} received
   */
  take(received) {
    const content = received.content;
    switch (received.header.msg_type) {
      case 'stream':
        this.#write(/** @type {any} */ (content));
        break;
      case 'display_data':
      case 'execute_result':
        this.#show(shown(content, received.header.msg_type === 'execute_result'), content.transient?.display_id);
        break;
      case 'update_display_data':
        for (const { output } of this.displays.of(content.transient?.display_id)) this.last = this.execution.replaceOutputItems(itemsOf(content.data), output);
        break;
      case 'clear_output':
        if (content.wait) this.clearing = true;
        else this.#clear();
        break;
    }
  }

  /**
   * Goes on where the cell had ended: console text is added to its last output, if that is console text.
   * @param {vscode.NotebookCellOutput | undefined} output
   */
  goOn(output) {
    const name = { 'application/vnd.code.notebook.stdout': 'stdout', 'application/vnd.code.notebook.stderr': 'stderr' }[output?.items[0]?.mime ?? ''];
    if (output !== undefined && name !== undefined) this.stream = { name, output };
  }

  /**
   * Adds an output.
   * @param {vscode.NotebookCellOutput} output
   */
  add(output) {
    this.#show(output, undefined);
  }

  /** @param {{name: string, text: string}} content */
  #write(content) {
    if (this.clearing) this.#clear();
    if (this.stream?.name === content.name) {
      this.last = this.execution.appendOutputItems(streamItem(content), this.stream.output);
      return;
    }

    const output = new vscode.NotebookCellOutput([streamItem(content)], { outputType: 'stream' });
    this.stream = { name: content.name, output };
    this.last = this.execution.appendOutput(output);
  }

  /**
   * @param {vscode.NotebookCellOutput} output
   * @param {string | undefined} id
   */
  #show(output, id) {
    this.stream = undefined;
    if (this.clearing) {
      this.clearing = false;
      this.displays.forget(this.execution.cell);
      // In one step, so that nothing flickers.
      this.last = this.execution.replaceOutput(output);
    } else {
      this.last = this.execution.appendOutput(output);
    }

    this.displays.add(id, { cell: this.execution.cell, output });
  }

  #clear() {
    this.clearing = false;
    this.stream = undefined;
    this.displays.forget(this.execution.cell);
    this.last = this.execution.clearOutput();
  }
}

module.exports = { CellOutputs };
