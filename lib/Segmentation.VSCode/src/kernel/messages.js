'use strict';

const { randomUUID } = require('node:crypto');

/**
 * A Jupyter message as the kernel's standard input and output carry it: one a line.
 * @typedef {object} Message
 * @property {'shell'|'control'|'stdin'|'iopub'} channel The way it takes.
 * @property {{msg_id: string, msg_type: string, session: string, username: string, date: string, version: string}} header
 * @property {{msg_id?: string}} parent_header The request that it answers.
 * @property {Record<string, any>} metadata
 * @property {Record<string, any>} content
 */

/** The version of the Jupyter messaging protocol that requests are written in. */
const protocolVersion = '5.3';

/**
 * Returns a message that is ready to be sent.
 * @param {string} session Id of the conversation.
 * @param {Message['channel']} channel The way it takes.
 * @param {string} type Message type, such as `execute_request`.
 * @param {Record<string, any>} content
 * @param {Record<string, any>} [metadata]
 * @param {{msg_id?: string}} [parent] What it answers.
 * @returns {Message}
 */
function message(session, channel, type, content, metadata = {}, parent = {}) {
  const header = {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username: 'vscode',
    date: new Date().toISOString(),
    version: protocolVersion,
  };
  return { channel, header, parent_header: parent, metadata, content };
}

/**
 * Returns a message as one line.
 * @param {Message} sent
 */
function line(sent) {
  return `${JSON.stringify(sent)}\n`;
}

/** Puts the pieces that a pipe delivers together again: one message a line. */
class MessageReader {
  /**
   * @param {(received: Message) => void} onMessage
   * @param {(text: string) => void} onNoise Called with a line that is not a message.
   */
  constructor(onMessage, onNoise) {
    this.onMessage = onMessage;
    this.onNoise = onNoise;
    this.decoder = new TextDecoder();
    /** @type {string[]} */
    this.pieces = [];
  }

  /**
   * Takes the next bytes; a letter may be cut in two at their end.
   * @param {Uint8Array} bytes
   */
  push(bytes) {
    const lines = this.decoder.decode(bytes, { stream: true }).split('\n');
    this.pieces.push(lines[0]);
    for (const next of lines.slice(1)) {
      this.#take(this.pieces.join(''));
      this.pieces = [next];
    }
  }

  /** @param {string} text */
  #take(text) {
    if (text.trim() === '') return;
    let received;
    try {
      received = JSON.parse(text);
    } catch {
      this.onNoise(text);
      return;
    }

    if (typeof received?.header?.msg_type === 'string') this.onMessage(received);
    else this.onNoise(text);
  }
}

module.exports = { message, line, MessageReader, protocolVersion };
