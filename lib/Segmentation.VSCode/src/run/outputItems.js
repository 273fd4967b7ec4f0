'use strict';

const vscode = require('vscode');

/**
 * Returns the forms of an output as VS Code keeps them; what the file's serializer writes back is what came in.
 * @param {Record<string, any>} data By media type: text, or JSON for JSON media types.
 * @returns {vscode.NotebookCellOutputItem[]}
 */
function itemsOf(data) {
  return Object.entries(data).map(([mime, form]) => {
    if (typeof form !== 'string') return new vscode.NotebookCellOutputItem(Buffer.from(JSON.stringify(form)), mime);
    if (mime.startsWith('image/') && mime !== 'image/svg+xml') return new vscode.NotebookCellOutputItem(Buffer.from(form, 'base64'), mime);
    return vscode.NotebookCellOutputItem.text(form, mime);
  });
}

/**
 * Returns an output that shows a value.
 * @param {Record<string, any>} content Content of `display_data` or `execute_result`.
 * @param {boolean} isResult
 */
function shown(content, isResult) {
  return new vscode.NotebookCellOutput(itemsOf(content.data), isResult
    ? { outputType: 'execute_result', executionCount: content.execution_count, metadata: content.metadata ?? {} }
    : { outputType: 'display_data', metadata: content.metadata ?? {} });
}

/**
 * Returns console text.
 * @param {{name: string, text: string}} content Content of `stream`.
 */
function streamItem(content) {
  return content.name === 'stderr' ? vscode.NotebookCellOutputItem.stderr(content.text) : vscode.NotebookCellOutputItem.stdout(content.text);
}

/**
 * Returns an output that shows a failure.
 * @param {{name: string, message: string, stack: string}} error
 * @param {Record<string, any>} [original] Content of the message `error`, which the file keeps.
 */
function failed(error, original) {
  return new vscode.NotebookCellOutput([vscode.NotebookCellOutputItem.error(error)], original ? { outputType: 'error', originalError: original } : { outputType: 'error' });
}

module.exports = { itemsOf, shown, streamItem, failed };
