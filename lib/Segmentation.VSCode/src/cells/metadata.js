'use strict';

const { find, firstMagic } = require('./languages.js');

/**
 * The part of a cell's metadata that says its language, for every program that opens the file.
 * @typedef {Record<string, any>} CellMetadata
 */

/** The metadata of a notebook that every program opens as ours. */
const notebookMetadata = Object.freeze({
  kernelspec: { display_name: '.NET (C#)', language: 'C#', name: '.net-csharp' },
  language_info: { name: 'C#' },
  polyglot_notebook: {
    kernelInfo: {
      defaultKernelName: 'csharp',
      items: [
        { name: 'csharp', languageName: 'C#', aliases: [] },
        { name: 'sql', languageName: 'SQL', aliases: [] },
        { name: 'mermaid', languageName: 'Mermaid', aliases: [] },
      ],
    },
  },
});

/**
 * Returns whether a notebook is one of ours, from its metadata as the file holds it.
 * @param {Record<string, any> | undefined} metadata
 */
function isOurs(metadata) {
  return metadata?.kernelspec?.name === '.net-csharp' || metadata?.polyglot_notebook !== undefined || /^segmentation/.test(metadata?.kernelspec?.name ?? '');
}

/**
 * Returns the language that a file gives a cell: its first line decides, then its metadata; C# where neither speaks.
 * @param {CellMetadata | undefined} metadata
 * @param {string} source
 */
function languageOf(metadata, source) {
  const named = [firstMagic(source), metadata?.polyglot_notebook?.kernelName, metadata?.dotnet_interactive?.language, metadata?.vscode?.languageId];
  return named.map(find).find(language => language !== undefined) ?? 'csharp';
}

module.exports = { notebookMetadata, isOurs, languageOf };
