'use strict';

const vscode = require('vscode');
const { Controller } = require('./controller.js');
const { Problems } = require('./editing/problems.js');
const { Kernels } = require('./kernel/kernels.js');

/**
 * Called by VS Code when the first notebook opens or a command is run.
 * @param {vscode.ExtensionContext} context
 */
function activate(context) {
  const output = vscode.window.createOutputChannel('Segmentation Kernel');
  const problems = new Problems();
  const kernels = new Kernels(context.extensionPath, output);
  const controller = new Controller(kernels, problems);
  context.subscriptions.push(output, problems, controller, kernels);
}

module.exports = { activate };
