'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { MessageReader, line, message } = require('../src/kernel/messages.js');

/** @param {(reader: MessageReader) => void} feed */
function read(feed) {
  const received = [];
  const noise = [];
  const reader = new MessageReader(next => received.push(next), text => noise.push(text));
  feed(reader);
  return { received, noise };
}

test('a message that was written is read again', () => {
  const sent = message('s', 'shell', 'execute_request', { code: 'a\nb "ü" 👋' }, { cell: 2 });
  const { received } = read(reader => reader.push(Buffer.from(line(sent))));
  assert.deepEqual(received, [sent]);
});

test('a line holds one message whatever the code holds', () => {
  assert.equal(line(message('s', 'shell', 'execute_request', { code: 'a\r\nb\u2028c' })).split('\n').length, 2);
});

test('bytes may be cut anywhere, inside a letter too', () => {
  const sent = [message('s', 'iopub', 'stream', { text: 'Ünïcödé 👋👋' }), message('s', 'iopub', 'status', {})];
  const bytes = Buffer.from(sent.map(line).join(''));
  for (let size = 1; size <= 7; size++) {
    const { received, noise } = read(reader => {
      for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
    });
    assert.deepEqual(received, sent);
    assert.deepEqual(noise, []);
  }
});

test('what is no message is told apart and loses nothing after it', () => {
  const sent = message('s', 'iopub', 'status', {});
  const { received, noise } = read(reader => reader.push(Buffer.from(`not JSON\n{"a":1}\n\n${line(sent)}`)));
  assert.deepEqual(received, [sent]);
  assert.deepEqual(noise, ['not JSON', '{"a":1}']);
});

test('a line without its end is kept back', () => {
  const sent = message('s', 'iopub', 'status', {});
  const whole = line(sent);
  const { received } = read(reader => reader.push(Buffer.from(whole.slice(0, -1))));
  assert.deepEqual(received, []);
});

test('every message has an id of its own and a date that Jupyter reads', () => {
  const [first, second] = [message('s', 'shell', 'x', {}), message('s', 'shell', 'x', {})];
  assert.notEqual(first.header.msg_id, second.header.msg_id);
  assert.match(first.header.date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/);
});
