'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');
const vscode = require('vscode');
const { folderOf } = require('../kernel/kernels.js');
const { locate } = require('../kernel/kernelLocation.js');
const { startFailure } = require('../kernel/startFailure.js');
const { showPage } = require('./showPage.js');
const { notebookOf } = require('./target.js');

const choices = [
  { label: 'Masked', description: 'names, emails, phones and counts under five are hidden', words: ['--mask'] },
  { label: 'Everything', description: 'for people who may see the customers', words: [] },
];

/**
 * Runs the notebook as it is saved, from the top, in a process of its own, and writes one page that opens offline.
 * @param {import('../kernel/kernels.js').Kernels} kernels
 * @param {any} [context]
 */
async function exportPage(kernels, context) {
  const notebook = notebookOf(context);
  if (notebook === undefined) return;
  if (notebook.isUntitled) {
    void vscode.window.showErrorMessage('Save the notebook first: the page is made from its file.');
    return;
  }

  const chosen = await vscode.window.showQuickPick(choices, { title: 'Export the Meeting Page', placeHolder: 'What may the page show?' });
  if (chosen === undefined || (notebook.isDirty && !await notebook.save())) return;
  const name = path.basename(notebook.uri.fsPath, '.ipynb');
  const out = path.join(workspaceOf(notebook), 'out');
  const page = path.join(out, `${name}.html`);
  try {
    const setting = vscode.workspace.getConfiguration('segmentation', notebook.uri).get('kernelPath', '');
    const location = locate(kernels.extensionFolder, setting, ['run', notebook.uri.fsPath, '--out', out, ...chosen.words]);
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `Running ${name} for its page`, cancellable: true },
      (progress, cancellation) => run(location, folderOf(notebook), kernels.output, progress, cancellation));
  } catch (error) {
    if (error instanceof vscode.CancellationError) return;
    const details = 'Show the Output';
    // A notification runs its lines together.
    const why = /** @type {Error} */ (error).message.replace(/\s*\n\s*/g, ' · ');
    if (await vscode.window.showErrorMessage(`The page of ${name} was not written. ${why}`, details) === details) kernels.output.show();
    return;
  }

  const open = 'Open the Page';
  if (await vscode.window.showInformationMessage(`Written: ${vscode.workspace.asRelativePath(page)}`, open) === open) await showPage(page, name);
}

/**
 * @param {import('../kernel/kernelLocation.js').KernelLocation} location
 * @param {string} folder
 * @param {vscode.OutputChannel} output
 * @param {vscode.Progress<{message: string}>} progress
 * @param {vscode.CancellationToken} cancellation
 * @returns {Promise<void>}
 */
function run(location, folder, output, progress, cancellation) {
  return new Promise((resolve, reject) => {
    output.appendLine(`${location.command} ${location.arguments.join(' ')}`);
    const child = spawn(location.command, location.arguments, { cwd: folder, env: { ...process.env, NO_COLOR: '1', ...location.environment }, windowsHide: true });
    let said = '';
    const take = (/** @type {string} */ text) => {
      said += text;
      output.append(text);
      const last = text.trim().split('\n').at(-1);
      if (last) progress.report({ message: last });
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    cancellation.onCancellationRequested(() => child.kill());
    child.on('error', error => reject(startFailure(error, said)));
    child.on('close', code => {
      if (cancellation.isCancellationRequested) reject(new vscode.CancellationError());
      else if (code === 0) resolve();
      else reject(startFailure(new Error(`The run ended with exit code ${code}.`), reasonIn(said)));
    });
  });
}

/**
 * Returns what a run says of its failure: what follows the line that says so, else everything.
 * @param {string} said
 */
function reasonIn(said) {
  return said.split(/^failed\s*$/m).at(-1)?.trim() ?? said;
}

/** @param {vscode.NotebookDocument} notebook */
function workspaceOf(notebook) {
  return vscode.workspace.getWorkspaceFolder(notebook.uri)?.uri.fsPath ?? folderOf(notebook);
}

module.exports = { exportPage };
