'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { firstNotebook } = require('../src/cells/firstNotebook.js');
const { isOurs, languageInFile } = require('../src/cells/metadata.js');
const { parameterEdit } = require('../src/commands/parameterEdit.js');

test('a new notebook is ours, in format 4.5, without outputs, each cell with an id of its own', () => {
  const notebook = firstNotebook('../data');
  assert.ok(isOurs(notebook.metadata));
  assert.deepEqual([notebook.nbformat, notebook.nbformat_minor], [4, 5]);
  // nbformat 4.5: an id has 1 to 64 letters, digits, hyphens or underscores.
  for (const cell of notebook.cells) assert.match(cell.id, /^[A-Za-z0-9_-]{1,64}$/);
  assert.equal(new Set(notebook.cells.map(cell => cell.id)).size, notebook.cells.length);
  for (const cell of notebook.cells.filter(c => c.cell_type === 'code')) {
    assert.deepEqual(cell.outputs, []);
    assert.equal(languageInFile(cell.metadata, cell.source.join('')), 'csharp');
  }
});

test('its data folder can be chosen', () => {
  const parameters = firstNotebook('../data').cells.find(cell => cell.metadata.tags?.includes('parameters'));
  assert.notEqual(parameterEdit(parameters.source.join(''), 'data', 'x'), undefined);
});
