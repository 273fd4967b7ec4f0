'use strict';

const vscode = require('vscode');

/** The squiggles: under the line that a run failed on. */
class Problems {
  constructor() {
    this.ofRuns = vscode.languages.createDiagnosticCollection('segmentation-run');
  }

  /**
   * Marks the line that a run failed on.
   * @param {vscode.TextDocument} document
   * @param {number | undefined} line 1-based.
   * @param {string} kind
   * @param {string} message
   */
  failed(document, line, kind, message) {
    if (line === undefined || line > document.lineCount) return;
    const text = document.lineAt(line - 1);
    const range = new vscode.Range(line - 1, text.firstNonWhitespaceCharacterIndex, line - 1, text.text.length);
    const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
    problem.source = 'run';
    problem.code = kind;
    this.ofRuns.set(document.uri, [problem]);
  }

  /**
   * Forgets what the last run of a cell said.
   * @param {vscode.Uri} uri
   */
  clear(uri) {
    this.ofRuns.delete(uri);
  }

  dispose() {
    this.ofRuns.dispose();
  }
}

module.exports = { Problems };
