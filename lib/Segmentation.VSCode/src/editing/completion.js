'use strict';

const vscode = require('vscode');
const { completionsOf, kinds } = require('./completionItems.js');

/** Completion in cells. */
class CompletionProvider {
  /** Characters after which the editor asks by itself: members, strings that may be paths, parameters of SQL, magics. */
  static triggers = ['.', '"', '/', '@', '!'];

  /** @param {import('./questions.js').Questions} questions */
  constructor(questions) {
    this.questions = questions;
  }

  /**
   * @param {vscode.TextDocument} document
   * @param {vscode.Position} position
   */
  async provideCompletionItems(document, position) {
    const cell = this.questions.cellOf(document);
    if (cell === undefined) return undefined;
    const source = document.getText();
    const content = await this.questions.at(cell, 'complete_request', source, document.offsetAt(position));
    if (content === undefined) return undefined;
    return completionsOf(content, source).map((completion, place) => {
      const item = new vscode.CompletionItem(completion.text, vscode.CompletionItemKind[kinds[completion.type] ?? 'Text']);
      item.range = new vscode.Range(document.positionAt(completion.start), document.positionAt(completion.end));
      item.detail = completion.signature || undefined;
      // The kernel's order: best first.
      item.sortText = String(place).padStart(6, '0');
      this.#remember(item, { cell, source, completion });
      return item;
    });
  }

  /**
   * Adds what is known of one completion: what a hover would say of it, were it written already.
   * @param {vscode.CompletionItem} item
   */
  async resolveCompletionItem(item) {
    const { cell, source, completion } = this.asked.get(item) ?? {};
    if (cell === undefined) return item;
    const written = source.slice(0, completion.start) + completion.text + source.slice(completion.end);
    const content = await this.questions.at(cell, 'inspect_request', written, completion.start + completion.text.length);
    if (content?.found) item.documentation = new vscode.MarkdownString(content.data['text/markdown'] ?? content.data['text/plain']);
    return item;
  }

  /** @type {WeakMap<vscode.CompletionItem, any>} */
  asked = new WeakMap();

  /**
   * @param {vscode.CompletionItem} item
   * @param {any} question
   */
  #remember(item, question) {
    this.asked.set(item, question);
  }
}

module.exports = { CompletionProvider };
