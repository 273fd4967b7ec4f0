'use strict';

const fs = require('node:fs/promises');
const path = require('node:path');
const vscode = require('vscode');

/** The notebook that is opened first, seen from the folder of the copy. */
const firstNotebook = path.join('notebooks', '01-audit.ipynb');

/** Where the notebook to open is kept while the window changes its folder. */
const pending = 'segmentation.openNotebook';

/**
 * Copies the sample company and its notebooks into a folder of the person's choice, and opens them there.
 * @param {vscode.ExtensionContext} context
 */
async function openSamples(context) {
  const samples = path.join(context.extensionPath, 'samples');
  const parent = (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: 'Copy Here', title: 'Where should the sample workspace go?' }))?.[0];
  if (parent === undefined) return;
  const target = await freeFolder(parent.fsPath);
  try {
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `Copying the sample workspace to ${target}` },
      () => fs.cp(samples, target, { recursive: true, errorOnExist: true, force: false }));
  } catch (error) {
    void vscode.window.showErrorMessage(`The sample workspace could not be copied to ${target}. ${/** @type {Error} */ (error).message}`);
    return;
  }

  await context.globalState.update(pending, path.join(target, firstNotebook));
  await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(target), { forceNewWindow: false });
}

/**
 * Opens the first notebook of a copy, once, in the window that the copy was opened in.
 * @param {vscode.ExtensionContext} context
 */
async function openPending(context) {
  const notebook = context.globalState.get(pending);
  if (typeof notebook !== 'string' || !vscode.workspace.workspaceFolders?.some(folder => notebook === path.join(folder.uri.fsPath, firstNotebook))) return;
  await context.globalState.update(pending, undefined);
  await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument(vscode.Uri.file(notebook)));
}

/**
 * Returns a folder that does not exist yet: nothing is ever overwritten.
 * @param {string} parent
 */
async function freeFolder(parent) {
  for (let number = 1; ; number++) {
    const folder = path.join(parent, number === 1 ? 'segmentation' : `segmentation-${number}`);
    const isTaken = await fs.stat(folder).then(() => true, () => false);
    if (!isTaken) return folder;
  }
}

module.exports = { openSamples, openPending };
