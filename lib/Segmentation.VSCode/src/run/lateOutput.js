'use strict';

const { CellOutputs } = require('./cellOutputs.js');

/**
 * Adds what a background task of a cell puts out when the cell has ended already; the cell keeps its number, time and success.
 * @param {import('vscode').NotebookController} controller
 * @param {import('vscode').NotebookCell} cell
 * @param {import('./displays.js').Displays} displays
 * @param {import('../kernel/messages.js').Message} received
 */
async function addLate(controller, cell, displays, received) {
  const summary = cell.executionSummary;
  if (cell.index < 0 || summary === undefined) return;
  let execution;
  try {
    execution = controller.createNotebookCellExecution(cell);
  } catch {
    // It runs or waits again: its outputs are about to go.
    return;
  }

  execution.executionOrder = summary.executionOrder;
  execution.start(summary.timing?.startTime);
  const outputs = new CellOutputs(execution, displays);
  outputs.goOn(cell.outputs.at(-1));
  outputs.take(received);
  await outputs.last;
  execution.end(summary.success, summary.timing?.endTime);
}

module.exports = { addLate };
