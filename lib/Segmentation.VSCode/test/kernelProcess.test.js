'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { KernelGone, KernelProcess } = require('../src/kernel/kernelProcess.js');

/** A program that answers as a kernel does: it echoes, dies, says something late, or knows nothing of a request. */
const program = `
const send = (channel, type, parent, content) => process.stdout.write(JSON.stringify({ channel, header: { msg_id: type, msg_type: type }, parent_header: parent, metadata: {}, content }) + '\\n');
require('node:readline').createInterface({ input: process.stdin }).on('line', line => {
  const { channel, header, content } = JSON.parse(line);
  send('iopub', 'status', header, { execution_state: 'busy' });
  if (content.code === 'die') { console.error('why it died'); process.exit(7); }
  if (content.code === 'hang') return;
  if (content.code === 'ask') return send('stdin', 'input_request', header, { prompt: 'name?' });
  if (header.msg_type === 'input_reply') return send('iopub', 'stream', header, { text: content.value });
  send('iopub', 'stream', header, { name: 'stdout', text: content.code });
  if (content.code !== 'unknown') send(channel, header.msg_type.replace('_request', '_reply'), header, { status: 'ok', cwd: process.cwd() });
  send('iopub', 'status', header, { execution_state: 'idle' });
  if (content.code === 'late') send('iopub', 'stream', header, { name: 'stdout', text: 'later' });
});
`;

/**
 * @param {import('node:test').TestContext} context
 * @returns {KernelProcess}
 */
function started(context) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'kernel-')));
  fs.writeFileSync(path.join(folder, 'kernel.js'), program);
  const kernel = new KernelProcess({ command: process.execPath, arguments: [path.join(folder, 'kernel.js')], environment: {} }, folder, () => {});
  context.after(async () => {
    kernel.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  return kernel;
}

test('a request gets its messages in order, and its reply', async context => {
  const types = [];
  const reply = await started(context).request('shell', 'execute_request', { code: 'x' }, { onMessage: received => types.push(received.header.msg_type) });
  assert.deepEqual(types, ['stream', 'execute_reply']);
  assert.equal(reply.content.status, 'ok');
});

test('requests that are under way at once get their own answers', async context => {
  const kernel = started(context);
  const texts = await Promise.all(['a', 'b', 'c'].map(async code => {
    let text = '';
    await kernel.request('shell', 'execute_request', { code }, { onMessage: received => { text += received.content.text ?? ''; } });
    return text;
  }));
  assert.deepEqual(texts, ['a', 'b', 'c']);
});

test('a request that the kernel does not know ends without a reply', async context => {
  assert.equal(await started(context).request('control', 'diagnose_request', { code: 'unknown' }), undefined);
});

test('what comes after the end goes to the request that caused it', async context => {
  const kernel = started(context);
  const late = new Promise(resolve => void kernel.request('shell', 'execute_request', { code: 'late' }, { onLate: resolve }));
  assert.equal((await late).content.text, 'later');
});

test('a kernel that dies fails what waits for it, and everything after', async context => {
  const kernel = started(context);
  const ended = new Promise(resolve => { kernel.onEnd = resolve; });
  const waiting = kernel.request('shell', 'execute_request', { code: 'hang' });
  const dying = kernel.request('shell', 'execute_request', { code: 'die' });
  for (const request of [waiting, dying]) await assert.rejects(request, error => error instanceof KernelGone && /exit code 7/.test(error.message));
  await assert.rejects(kernel.request('shell', 'execute_request', { code: 'x' }), KernelGone);
  await ended;
  assert.match(kernel.said, /why it died/);
});

test('a kernel that is made to end says why, and the process is gone', async context => {
  const kernel = started(context);
  await kernel.request('shell', 'execute_request', { code: 'x' });
  const waiting = assert.rejects(kernel.request('shell', 'execute_request', { code: 'hang' }), /The kernel was restarted\./);
  await kernel.stop('The kernel was restarted.');
  await waiting;
  assert.throws(() => process.kill(kernel.child.pid, 0));
});

test('a program that does not exist fails the first request', async () => {
  const kernel = new KernelProcess({ command: path.join(os.tmpdir(), 'no-such-kernel'), arguments: [], environment: {} }, os.tmpdir(), () => {});
  await assert.rejects(kernel.request('control', 'kernel_info_request', {}), /could not be started.*ENOENT/);
});

test('an answer reaches the question that was asked', async context => {
  const kernel = started(context);
  const answered = new Promise(resolve => {
    kernel.answered.set('question', { onLate: resolve });
    void kernel.request('shell', 'execute_request', { code: 'ask' }, { onMessage: question => kernel.answer(question, 'Ada') }).catch(() => {});
  });
  // The program answers to the header of the answer; only what it says of the value matters here.
  kernel.child.stdout.on('data', bytes => {
    const said = /"text":"(\w+)"/.exec(String(bytes));
    if (said) kernel.answered.get('question').onLate(said[1]);
  });
  assert.equal(await answered, 'Ada');
});
