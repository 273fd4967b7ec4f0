'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { agrees, firstLineEdit, isOurs, languageInFile, notebookMetadata, withLanguage } = require('../src/cells/metadata.js');

/**
 * @param {string} source
 * @param {string} language
 */
function edited(source, language) {
  const edit = firstLineEdit(source, language);
  return edit === undefined ? source : edit.text + source.slice(edit.length);
}

test('a cell that becomes SQL gets the first line that other programs read', () => {
  assert.equal(edited('select 1', 'sql'), '#!sql\nselect 1');
  assert.equal(edited('', 'sql'), '#!sql\n');
});

test('a cell that becomes C# loses its first line', () => {
  assert.equal(edited('#!sql\nselect 1', 'csharp'), 'select 1');
  assert.equal(edited('#!sql --name x\r\nselect 1', 'csharp'), 'select 1');
  assert.equal(edited('#!mermaid', 'csharp'), '');
});

test('a change from one language to another replaces the first line', () => {
  assert.equal(edited('#!sql\na', 'html'), '#!html\na');
});

test('a first line that is right already stays, with its arguments', () => {
  assert.equal(firstLineEdit('#!sql --name x\nselect 1', 'sql'), undefined);
  assert.equal(firstLineEdit('#!c#\n1', 'csharp'), undefined);
  assert.equal(firstLineEdit('1 + 1', 'csharp'), undefined);
});

test('a magic that names no language stays', () => {
  assert.equal(edited('#!time\n1', 'csharp'), '#!time\n1');
  assert.equal(edited('#!time\nselect 1', 'sql'), '#!sql\n#!time\nselect 1');
});

test('the language stands in every spelling, and what else a cell says stays', () => {
  const before = { tags: ['a'], polyglot_notebook: { kernelName: 'csharp', other: 1 }, vscode: { x: 2 } };
  assert.deepEqual(withLanguage(before, 'sql'), {
    tags: ['a'],
    polyglot_notebook: { kernelName: 'sql', other: 1 },
    dotnet_interactive: { language: 'sql' },
    vscode: { x: 2, languageId: 'sql' },
  });
  assert.equal(before.polyglot_notebook.kernelName, 'csharp');
});

test('metadata that is right already is not written again', () => {
  const right = withLanguage({}, 'sql');
  assert.equal(withLanguage(right, 'sql'), right);
});

test('what contradicts the language is told from what only does not speak', () => {
  assert.ok(agrees({}, 'sql'));
  assert.ok(agrees(withLanguage({}, 'sql'), 'sql'));
  assert.ok(agrees({ polyglot_notebook: { kernelName: 'csharp' } }, 'csharp'));
  assert.ok(!agrees({ polyglot_notebook: { kernelName: 'csharp' }, vscode: { languageId: 'sql' } }, 'sql'));
});

test('the first line decides over the metadata, and Polyglot over VS Code', () => {
  assert.equal(languageInFile({ polyglot_notebook: { kernelName: 'csharp' } }, '#!sql\nselect 1'), 'sql');
  assert.equal(languageInFile({ polyglot_notebook: { kernelName: 'sql' }, vscode: { languageId: 'html' } }, 'x'), 'sql');
  assert.equal(languageInFile({ vscode: { languageId: 'html' } }, 'x'), 'html');
  assert.equal(languageInFile({ polyglot_notebook: { kernelName: 'fsharp' } }, '#!time\nx'), undefined);
  assert.equal(languageInFile({}, ''), undefined);
});

test("the project's notebooks are ours, and each cell is consistent already", () => {
  const folder = path.join(__dirname, '..', '..', '..', 'notebooks');
  const files = fs.readdirSync(folder).filter(file => file.endsWith('.ipynb'));
  assert.ok(files.length >= 5);
  for (const file of files) {
    const notebook = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    assert.ok(isOurs(notebook.metadata), file);
    for (const cell of notebook.cells.filter((/** @type {any} */ c) => c.cell_type === 'code')) {
      const source = cell.source.join('');
      assert.equal(firstLineEdit(source, languageInFile(cell.metadata, source)), undefined, `${file} ${cell.id}`);
    }
  }
});

test('a new notebook is ours, and one of Python is not', () => {
  assert.ok(isOurs(notebookMetadata));
  assert.ok(!isOurs({ kernelspec: { name: 'python3', language: 'python' } }));
  assert.ok(!isOurs(undefined));
});
