'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { toCodePoints, toUtf16 } = require('../src/editing/offsets.js');

// UTF-16 units:  a 0, 👋 1-2, ü 3, 𝄞 4-5, b 6; code points: 0, 1, 2, 3, 4.
const text = 'a👋ü𝄞b';

test('offsets are counted in letters, of which the editor may use two units', () => {
  assert.deepEqual([0, 1, 3, 4, 6, 7].map(unit => toCodePoints(text, unit)), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual([0, 1, 2, 3, 4, 5].map(point => toUtf16(text, point)), [0, 1, 3, 4, 6, 7]);
});

test('an offset inside a letter counts as before it', () => {
  assert.equal(toCodePoints(text, 2), 1);
  assert.equal(toCodePoints(text, 5), 3);
});

test('places behind the end are the end', () => {
  assert.equal(toUtf16(text, 99), text.length);
  assert.equal(toCodePoints(text, 99), 5);
  assert.equal(toUtf16('', 3), 0);
});

test('both ways give the same place in every text', () => {
  for (const sample of ['', 'plain', '👋', '👩‍👩‍👧', 'x\r\n👋 y', '\ud83d alone']) {
    for (let point = 0; point <= [...sample].length; point++) assert.equal(toCodePoints(sample, toUtf16(sample, point)), point, sample);
  }
});
