'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { fileName } = require('../src/commands/fileName.js');
const { limits } = require('../src/limits.js');

test('a title becomes a name that every file system takes', () => {
  assert.equal(fileName('Employees: 21% of ARR “à risque” / 2026'), 'employees-21-of-arr-a-risque-2026');
  assert.equal(fileName('../../etc/passwd'), 'etc-passwd');
});

test('a title without words still has a name', () => {
  assert.equal(fileName(''), 'chart');
  assert.equal(fileName('…'), 'chart');
});

test('a long title ends after a whole word', () => {
  const name = fileName('word '.repeat(50));
  assert.ok(name.length <= limits.fileName);
  assert.match(name, /^(word-)*word$/);
});
