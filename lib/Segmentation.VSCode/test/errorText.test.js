'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { errorText, wrap } = require('../src/run/errorText.js');
const { limits } = require('../src/limits.js');

const withoutColour = (/** @type {string} */ text) => text.replace(/\u001b\[\d+m/g, '');

test('a failure says what, the cell, the line as it is written, and the way there', () => {
  const { name, message, stack } = errorText(
    { ename: 'InvalidOperationException', evalue: 'found 4', traceback: ['line 2: InvalidOperationException: found 4', '   at Fail in cell 5:line 2'] }, 'cell 5', 2, 'var y = 1;\r\n  Fail();');
  assert.equal(name, 'InvalidOperationException');
  assert.equal(message, 'found 4');
  assert.equal(withoutColour(stack), 'InvalidOperationException: found 4\n   in cell 5, line 2:  Fail();\n   at Fail in cell 5:line 2');
});

test('a failure without a line names the cell', () => {
  assert.equal(withoutColour(errorText({ ename: 'Interrupted', evalue: 'Stopped.' }, 'cell 1', undefined, 'x').stack), 'Interrupted: Stopped.\n   in cell 1');
});

test('a line that the cell does not have is named all the same', () => {
  assert.equal(withoutColour(errorText({ ename: 'E', evalue: 'm', traceback: [] }, 'cell 1', 9, 'x').stack), 'E: m\n   in cell 1, line 9');
});

test('long messages are broken between words, and nothing is lost', () => {
  const text = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
  const lines = wrap(text).split('\n');
  assert.ok(lines.length > 1);
  assert.ok(lines.every(line => line.trimEnd().length <= limits.errorWidth + 3));
  assert.equal(lines.map(line => line.trim()).join(' '), text);
  assert.equal(wrap('a\nb'), 'a\nb');
});
