'use strict';

const vscode = require('vscode');

/** The squiggles: under the line that a run failed on, and under what the compiler says while a cell is written. */
class Problems {
  constructor() {
    this.ofRuns = vscode.languages.createDiagnosticCollection('segmentation-run');
    this.ofTexts = vscode.languages.createDiagnosticCollection('segmentation');
  }

  /**
   * Marks the line that a run failed on.
   * @param {vscode.TextDocument} document
   * @param {number | undefined} line 1-based; undefined where no line is to blame.
   * @param {string} kind
   * @param {string} message
   */
  failed(document, line, kind, message) {
    if (line === undefined || line < 1 || line > document.lineCount) return;
    const text = document.lineAt(line - 1);
    const range = new vscode.Range(line - 1, text.firstNonWhitespaceCharacterIndex, line - 1, text.text.length);
    const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
    problem.source = 'run';
    problem.code = kind;
    this.ofRuns.set(document.uri, [problem]);
  }

  /**
   * Shows what the compiler says of a text, in the place of what it said before.
   * @param {vscode.TextDocument} document
   * @param {{start: number, end: number, code: string, message: string, severity: string}[]} found Offsets are UTF-16.
   */
  written(document, found) {
    // The same said by the last run stays said once.
    const failed = this.ofRuns.get(document.uri)?.[0];
    this.ofTexts.set(document.uri, found.map(problem => {
      const range = new vscode.Range(document.positionAt(problem.start), document.positionAt(problem.end));
      const diagnostic = new vscode.Diagnostic(range, problem.message, problem.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'C#';
      diagnostic.code = problem.code;
      return diagnostic;
    }).filter(diagnostic => diagnostic.code !== failed?.code || diagnostic.range.start.line !== failed?.range.start.line));
  }

  /**
   * Forgets what is said of a cell: it has changed, runs again, or is gone.
   * @param {vscode.Uri} uri
   */
  clear(uri) {
    this.ofRuns.delete(uri);
    this.ofTexts.delete(uri);
  }

  dispose() {
    this.ofRuns.dispose();
    this.ofTexts.dispose();
  }
}

module.exports = { Problems };
