'use strict';

const vscode = require('vscode');
const { toUtf16 } = require('./offsets.js');

/** Hovers in cells: declaration, present value, documentation. */
class HoverProvider {
  /** @param {import('./questions.js').Questions} questions */
  constructor(questions) {
    this.questions = questions;
  }

  /**
   * @param {vscode.TextDocument} document
   * @param {vscode.Position} position
   */
  async provideHover(document, position) {
    const cell = this.questions.cellOf(document);
    if (cell === undefined) return undefined;
    const source = document.getText();
    const content = await this.questions.at(cell, 'inspect_request', source, document.offsetAt(position));
    if (!content?.found) return undefined;
    const { start, end } = content.metadata ?? {};
    const range = typeof start === 'number' && typeof end === 'number'
      ? new vscode.Range(document.positionAt(toUtf16(source, start)), document.positionAt(toUtf16(source, end))) : undefined;
    return new vscode.Hover(new vscode.MarkdownString(content.data['text/markdown'] ?? content.data['text/plain']), range);
  }
}

module.exports = { HoverProvider };
