'use strict';

const vscode = require('vscode');
const { notebookMetadata, withLanguage } = require('../cells/metadata.js');

const firstLines = 'var data = "../data-samples";   // a folder of exports: change it here, or choose another with "Segmentation: Choose the Data Folder"';

/** Opens a notebook that every program that knows .NET notebooks can run, with a cell for the data folder. */
async function newNotebook() {
  const title = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, '# Question\n\nWhat this notebook answers.', 'markdown');
  const parameters = code(firstLines, { tags: ['parameters'] });
  const first = code('var exports = Workspace.Open(data);\nexports', {});
  const content = new vscode.NotebookData([title, parameters, first]);
  content.metadata = { metadata: structuredClone(notebookMetadata), nbformat: 4, nbformat_minor: 5 };
  await vscode.window.showNotebookDocument(await vscode.workspace.openNotebookDocument('jupyter-notebook', content));
}

/**
 * @param {string} source
 * @param {Record<string, any>} metadata
 */
function code(source, metadata) {
  const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, source, 'csharp');
  cell.metadata = { metadata: withLanguage(metadata, 'csharp') };
  return cell;
}

module.exports = { newNotebook };
