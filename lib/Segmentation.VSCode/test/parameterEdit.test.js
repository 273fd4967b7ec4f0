'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { parameterEdit } = require('../src/commands/parameterEdit.js');

/**
 * @param {string} source
 * @param {string} value
 */
function edited(source, value) {
  const edit = parameterEdit(source, 'data', value);
  return edit === undefined ? undefined : source.slice(0, edit.start) + edit.text + source.slice(edit.end);
}

test('only the literal changes: comment, other lines and line ends stay', () => {
  const source = 'var output = "../out";\r\nvar data = "../data-samples";   // a folder; "quoted"\r\nvar months = 12;';
  assert.equal(edited(source, '../exports'), 'var output = "../out";\r\nvar data = "../exports";   // a folder; "quoted"\r\nvar months = 12;');
});

test('every way in which C# writes a text is understood', () => {
  assert.equal(edited('string data = @"C:\\a ""b""";', 'x'), 'string data = "x";');
  assert.equal(edited('string? data = "a\\"b;";', 'x'), 'string? data = "x";');
  assert.equal(edited('var data = """raw "text" """;', 'x'), 'var data = "x";');
  assert.equal(edited('data = "a";', 'x'), 'data = "x";');
});

test('the new value is escaped, so that it reads back as itself', () => {
  assert.equal(edited('var data = "a";', 'C:\\Jo"s\t$1'), 'var data = "C:\\\\Jo\\"s\\u0009$1";');
});

test('a variable of another name, another kind of value, and a comment are left alone', () => {
  assert.equal(edited('var mydata = "a";', 'x'), undefined);
  assert.equal(edited('var data = Path.Combine("a", "b");', 'x'), undefined);
  assert.equal(edited('// var data = "a";', 'x'), undefined);
  assert.equal(edited('', 'x'), undefined);
});
