'use strict';

const os = require('node:os');
const path = require('node:path');
const vscode = require('vscode');
const { limits } = require('../limits.js');
const { KernelProcess } = require('./kernelProcess.js');
const { locate } = require('./kernelLocation.js');
const { startFailure } = require('./startFailure.js');

/** The kernels: one a notebook, started when it is first needed. */
class Kernels {
  /**
   * @param {string} extensionFolder
   * @param {vscode.OutputChannel} output
   */
  constructor(extensionFolder, output) {
    this.extensionFolder = extensionFolder;
    this.output = output;
    /** @type {Map<string, Promise<KernelProcess>>} */
    this.started = new Map();
    /** Called with a notebook whose kernel has gone. */
    this.onGone = (/** @type {vscode.NotebookDocument} */ _) => {};
  }

  /**
   * Returns the notebook's kernel, which answers.
   * @param {vscode.NotebookDocument} notebook
   * @returns {Promise<KernelProcess>}
   */
  get(notebook) {
    const key = notebook.uri.toString();
    let kernel = this.started.get(key);
    if (kernel === undefined) {
      kernel = this.#start(notebook, key);
      this.started.set(key, kernel);
      kernel.catch(() => this.started.delete(key));
    }

    return kernel;
  }

  /**
   * Returns whether the notebook has a kernel.
   * @param {vscode.NotebookDocument} notebook
   */
  has(notebook) {
    return this.started.has(notebook.uri.toString());
  }

  /**
   * Ends the notebook's kernel; the next cell starts another.
   * @param {vscode.NotebookDocument} notebook
   * @param {string} reason What a cell that still runs is told.
   */
  async stop(notebook, reason) {
    const key = notebook.uri.toString();
    const kernel = this.started.get(key);
    this.started.delete(key);
    await (await kernel?.catch(() => undefined))?.stop(reason);
  }

  /** Ends every kernel at once. */
  dispose() {
    for (const kernel of this.started.values()) kernel.then(k => k.kill(), () => {});
    this.started.clear();
  }

  /**
   * @param {vscode.NotebookDocument} notebook
   * @param {string} key
   * @returns {Promise<KernelProcess>}
   */
  async #start(notebook, key) {
    const name = path.basename(notebook.uri.path);
    const setting = vscode.workspace.getConfiguration('segmentation', notebook.uri).get('kernelPath', '');
    const location = locate(this.extensionFolder, setting, ['kernel']);
    const kernel = new KernelProcess(location, folderOf(notebook), text => this.output.append(text));
    this.output.appendLine(`${name}: ${location.command} ${location.arguments.join(' ')}`);
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: `Starting the kernel of ${name}` }, async () => {
      let timer;
      const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`The kernel did not answer within ${limits.start / 1000} s.`)), limits.start); });
      try {
        await Promise.race([kernel.request('control', 'kernel_info_request', {}), late]);
      } catch (error) {
        kernel.kill();
        throw startFailure(/** @type {Error} */ (error), kernel.said);
      } finally {
        clearTimeout(timer);
      }
    });
    kernel.onEnd = () => {
      // Another may have taken its place already.
      void this.started.get(key)?.then(present => present === kernel && this.started.delete(key), () => {});
      this.onGone(notebook);
    };
    return kernel;
  }
}

/**
 * Returns the folder that a notebook's relative paths start from: its own, as everywhere else.
 * @param {vscode.NotebookDocument} notebook
 */
function folderOf(notebook) {
  if (notebook.uri.scheme === 'file') return path.dirname(notebook.uri.fsPath);
  return vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? os.homedir();
}

module.exports = { Kernels, folderOf };
