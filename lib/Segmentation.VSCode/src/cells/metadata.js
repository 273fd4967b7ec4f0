'use strict';

const { find, firstMagic } = require('./languages.js');

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
 * Returns the language that a file gives a cell: its first line decides, then its metadata; undefined where neither speaks.
 * @param {Record<string, any>} metadata The cell's, as the file holds it.
 * @param {string} source
 * @returns {string | undefined}
 */
function languageInFile(metadata, source) {
  const named = [firstMagic(source), metadata.polyglot_notebook?.kernelName, metadata.dotnet_interactive?.language, metadata.vscode?.languageId];
  return named.map(find).find(language => language !== undefined);
}

/**
 * Returns whether nothing that a cell's metadata says of its language is another language.
 * @param {Record<string, any>} metadata The cell's, as the file holds it.
 * @param {string} language
 */
function agrees(metadata, language) {
  return [metadata.polyglot_notebook?.kernelName, metadata.dotnet_interactive?.language, metadata.vscode?.languageId].every(name => name === undefined || find(name) === language);
}

/**
 * Returns a cell's metadata with its language in every spelling that programs look for; the same object where it has them already.
 * @param {Record<string, any>} metadata The cell's, as the file holds it.
 * @param {string} language
 * @returns {Record<string, any>}
 */
function withLanguage(metadata, language) {
  if (metadata.polyglot_notebook?.kernelName === language && metadata.dotnet_interactive?.language === language && metadata.vscode?.languageId === language) return metadata;
  return {
    ...metadata,
    polyglot_notebook: { ...metadata.polyglot_notebook, kernelName: language },
    dotnet_interactive: { ...metadata.dotnet_interactive, language },
    vscode: { ...metadata.vscode, languageId: language },
  };
}

/**
 * Returns what to do to a cell's first line so that it names a language: C# needs no magic, every other language has one, because programs that
 * ignore metadata read nothing else.
 * @param {string} source
 * @param {string} language
 * @returns {{length: number, text: string} | undefined} How many characters go from the top, and what comes; undefined where it is right already.
 */
function firstLineEdit(source, language) {
  const magic = firstMagic(source);
  const named = find(magic);
  if (named === language || (named === undefined && language === 'csharp')) return undefined;
  // Another magic, such as `#!time`, stays below.
  if (named === undefined) return { length: 0, text: `#!${language}\n` };
  const line = /^#![^\r\n]*(\r\n|\n|$)/.exec(source)?.[0] ?? '';
  return { length: line.length, text: language === 'csharp' ? '' : `#!${language}\n` };
}

module.exports = { agrees, notebookMetadata, isOurs, languageInFile, withLanguage, firstLineEdit };
