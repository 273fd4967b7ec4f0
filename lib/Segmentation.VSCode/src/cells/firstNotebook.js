'use strict';

const { notebookMetadata, withLanguage } = require('./metadata.js');

/**
 * The cells of a new notebook. Their ids only have to differ.
 * @param {string} data
 */
const cellsFor = data => [
  { id: 'question', type: 'markdown', metadata: {}, lines: ['# Question', '', 'What this notebook answers.'] },
  {
    id: 'parameters',
    type: 'code',
    metadata: { tags: ['parameters'] },
    lines: [`var data = "${data}";   // a folder of exports: change it here, or with the button Data Folder`],
  },
  { id: 'exports', type: 'code', metadata: {}, lines: ['var exports = Workspace.Open(data);', 'exports'] },
];

/**
 * Returns a notebook, in the format of its file, that every program which knows .NET notebooks can run.
 * @param {string} data The folder of exports, seen from the notebook's, with nothing in it that C# escapes.
 */
function firstNotebook(data) {
  return {
    cells: cellsFor(data).map(({ id, type, metadata, lines }) => {
      const source = lines.map((line, place) => place === lines.length - 1 ? line : `${line}\n`);
      return type === 'code'
        ? { cell_type: type, execution_count: null, id, metadata: withLanguage(metadata, 'csharp'), outputs: [], source }
        : { cell_type: type, id, metadata, source };
    }),
    metadata: notebookMetadata,
    nbformat: 4,
    nbformat_minor: 5,
  };
}

module.exports = { firstNotebook };
