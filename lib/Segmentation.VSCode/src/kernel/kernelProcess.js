'use strict';

const { spawn } = require('node:child_process');
const { randomUUID } = require('node:crypto');
const { limits } = require('../limits.js');
const { MessageReader, line, message } = require('./messages.js');

/** @typedef {import('./messages.js').Message} Message */

/** The kernel is not there any more. */
class KernelGone extends Error {
  /** @param {string} text */
  constructor(text) {
    super(text);
    this.name = 'KernelGone';
  }
}

/**
 * A request that waits for its answers.
 * @typedef {object} Waiting
 * @property {(received: Message) => void} onMessage Called with every message that the request causes, its reply included.
 * @property {(received: Message) => void} onLate Called with what comes when the request is answered already.
 * @property {(reply: Message | undefined) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {Message | undefined} reply
 * @property {boolean} idle
 */

/** One kernel: a child process that answers Jupyter's messages over its standard input and output. */
class KernelProcess {
  /**
   * Starts a kernel.
   * @param {import('./kernelLocation.js').KernelLocation} location
   * @param {string} folder Its working folder.
   * @param {(text: string) => void} log Takes what it writes to standard error.
   */
  constructor(location, folder, log) {
    this.session = randomUUID();
    /** Text of its standard error so far, for the message that says why it ended. */
    this.said = '';
    /** @type {Map<string, Waiting>} */
    this.waiting = new Map();
    /** Requests that were answered lately, oldest first: a background task of a cell may still have something to say. @type {Map<string, Waiting>} */
    this.answered = new Map();
    /** Why it is made to end; undefined while nobody wants that. @type {string | undefined} */
    this.stopping = undefined;
    /** Called once when the process ends, with the reason. */
    this.onEnd = (/** @type {KernelGone} */ _) => {};
    /** @type {KernelGone | undefined} */
    this.gone = undefined;
    this.log = log;
    this.child = spawn(location.command, location.arguments, { cwd: folder, env: { ...process.env, ...location.environment }, windowsHide: true });
    const reader = new MessageReader(received => this.#receive(received), text => log(`${text}\n`));
    this.child.stdout.on('data', bytes => reader.push(bytes));
    this.child.stderr.setEncoding('utf8').on('data', text => {
      this.said = (this.said + text).slice(-limits.quotedError);
      log(text);
    });
    this.child.stdin.on('error', () => {});
    this.child.on('error', error => this.#end(`The kernel could not be started: ${error.message}`));
    this.child.on('close', (code, signal) => this.#end(`The kernel ended (${signal ? `signal ${signal}` : `exit code ${code}`}).`));
  }

  /**
   * Sends a request.
   * @param {Message['channel']} channel
   * @param {string} type
   * @param {Record<string, any>} content
   * @param {{metadata?: Record<string, any>, onMessage?: Waiting['onMessage'], onLate?: Waiting['onLate']}} [options]
   * @returns {Promise<Message | undefined>} The reply, when the kernel is done with the request; undefined where it gave none.
   */
  request(channel, type, content, options = {}) {
    if (this.gone) return Promise.reject(this.gone);
    const sent = message(this.session, channel, type, content, options.metadata);
    return new Promise((resolve, reject) => {
      this.waiting.set(sent.header.msg_id, { onMessage: options.onMessage ?? (() => {}), onLate: options.onLate ?? (() => {}), resolve, reject, reply: undefined, idle: false });
      this.child.stdin.write(line(sent));
    });
  }

  /**
   * Answers a question of the kernel.
   * @param {Message} question
   * @param {string} value
   */
  answer(question, value) {
    if (!this.gone) this.child.stdin.write(line(message(this.session, 'stdin', 'input_reply', { status: 'ok', value }, {}, question.header)));
  }

  /**
   * Ends the process: politely, then not.
   * @param {string} reason What a cell that still runs is told.
   */
  async stop(reason) {
    if (this.gone) return;
    this.stopping = reason;
    const ended = new Promise(resolve => this.child.once('close', resolve));
    this.child.stdin.end();
    const timer = setTimeout(() => this.kill(), limits.shutdown);
    await ended;
    clearTimeout(timer);
  }

  /** Ends the process at once. */
  kill() {
    this.child.kill('SIGKILL');
  }

  /** @param {Message} received */
  #receive(received) {
    const id = received.parent_header?.msg_id ?? '';
    const waiting = this.waiting.get(id);
    if (!waiting) {
      this.answered.get(id)?.onLate(received);
      return;
    }

    const type = received.header.msg_type;
    if (received.channel === 'iopub' && type === 'status') waiting.idle = received.content.execution_state === 'idle';
    else {
      if (type.endsWith('_reply')) waiting.reply = received;
      waiting.onMessage(received);
    }

    // A kernel that does not know a request says only that it is idle again.
    if (!waiting.idle) return;
    this.waiting.delete(id);
    this.answered.set(id, waiting);
    for (const oldest of this.answered.keys()) {
      if (this.answered.size <= limits.answered) break;
      this.answered.delete(oldest);
    }

    waiting.resolve(waiting.reply);
  }

  /** @param {string} reason */
  #end(reason) {
    if (this.gone) return;
    this.gone = new KernelGone(this.stopping ?? reason);
    this.log(`${this.gone.message}\n`);
    for (const waiting of this.waiting.values()) waiting.reject(this.gone);
    this.waiting.clear();
    this.onEnd(this.gone);
  }
}

module.exports = { KernelProcess, KernelGone };
