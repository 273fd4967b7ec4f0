'use strict';

const vscode = require('vscode');
const { CellLanguages } = require('./cells/cellLanguages.js');
const { languages } = require('./cells/languages.js');
const { chooseDataFolder } = require('./commands/chooseDataFolder.js');
const { exportPage } = require('./commands/exportPage.js');
const { newNotebook } = require('./commands/newNotebook.js');
const { openPending, openSamples } = require('./commands/openSamples.js');
const { restartKernel } = require('./commands/restartKernel.js');
const { saveFigure } = require('./commands/saveFigure.js');
const { Controller } = require('./controller.js');
const { CompletionProvider } = require('./editing/completion.js');
const { HoverProvider } = require('./editing/hover.js');
const { Problems } = require('./editing/problems.js');
const { Questions } = require('./editing/questions.js');
const { Writing } = require('./editing/writing.js');
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
  const questions = new Questions(controller, kernels);
  const cells = languages.map(language => ({ notebookType: 'jupyter-notebook', language }));
  context.subscriptions.push(
    output, problems, controller, kernels,
    new CellLanguages(),
    new Writing(questions, kernels, problems),
    vscode.languages.registerCompletionItemProvider(cells, new CompletionProvider(questions), ...CompletionProvider.triggers),
    vscode.languages.registerHoverProvider(cells, new HoverProvider(questions)),
    vscode.notebooks.createRendererMessaging('segmentation-plotly').onDidReceiveMessage(({ editor, message }) => void saveFigure(editor, message)),
    vscode.commands.registerCommand('segmentation.newNotebook', newNotebook),
    vscode.commands.registerCommand('segmentation.openSamples', () => openSamples(context)),
    vscode.commands.registerCommand('segmentation.chooseDataFolder', chooseDataFolder),
    vscode.commands.registerCommand('segmentation.exportPage', from => exportPage(kernels, from)),
    vscode.commands.registerCommand('segmentation.restartKernel', from => restartKernel(controller, from)),
  );
  void openPending(context);
}

module.exports = { activate };
