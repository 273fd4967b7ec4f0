'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { completionsOf } = require('../src/editing/completionItems.js');

test('a completion replaces what the kernel says, counted as the editor counts', () => {
  const source = '"👋" + arr';
  const content = {
    matches: ['arr', 'arrow'],
    cursor_start: 6,
    cursor_end: 9,
    metadata: { _jupyter_types_experimental: [{ text: 'arr', type: 'variable', start: 6, end: 9, signature: 'double arr' }] },
  };
  const [typed, bare] = completionsOf(content, source);
  assert.deepEqual(typed, { text: 'arr', type: 'variable', signature: 'double arr', start: 7, end: 10 });
  assert.equal(source.slice(typed.start, typed.end), 'arr');
  assert.deepEqual(bare, { text: 'arrow', type: '', signature: '', start: 7, end: 10 });
});

test('a reply without matches gives none', () => {
  assert.deepEqual(completionsOf({ matches: [], cursor_start: 0, cursor_end: 0, metadata: {} }, ''), []);
});
