// Writes down what the editor itself knows of its open notebooks, at every change: the tests read success and outputs from there,
// because the screen holds only the cells that are in view.
const fs = require("fs");
const path = require("path");
const vscode = require("vscode");

// One file for each window, named after the folder that it shows.
const file = path.join(process.env.WITNESS_FOLDER, `${vscode.workspace.name}.json`);
const textual = /^text\/plain$|^application\/vnd\.code\.notebook\.(stdout|stderr|error)$/;

// How often each cell has come to an end, and when it did last: an event may still carry the end of the run before.
const runs = new WeakMap();
const ends = new WeakMap();

function describe(notebook) {
  return {
    name: notebook.uri.path.split("/").pop(),
    dirty: notebook.isDirty,
    cells: notebook.getCells().map(cell => ({
      code: cell.kind === vscode.NotebookCellKind.Code,
      language: cell.document.languageId,
      text: cell.document.getText(),
      order: cell.executionSummary?.executionOrder ?? null,
      success: cell.executionSummary?.success ?? null,
      runs: runs.get(cell) ?? 0,
      timed: cell.executionSummary?.timing !== undefined,
      outputs: cell.outputs.map(output => Object.fromEntries(
        output.items.map(item => [item.mime, textual.test(item.mime) ? Buffer.from(item.data).toString("utf8") : ""]))),
      problems: vscode.languages.getDiagnostics(cell.document.uri).map(problem => ({
        message: problem.message,
        line: problem.range.start.line + 1,
        text: cell.document.getText(problem.range),
      })),
    })),
  };
}

function write() {
  const open = vscode.workspace.notebookDocuments.filter(n => n.notebookType === "jupyter-notebook" && !n.isClosed);
  fs.writeFileSync(file + ".new", JSON.stringify(open.map(describe)));
  fs.renameSync(file + ".new", file);
}

// Brings one code cell to the top of the view and selects it: the list is drawn only where it is looked at.
async function show() {
  const number = Number(await vscode.window.showInputBox({ prompt: "Number of the code cell, from 1" }));
  // A test that asks once more has closed this question unanswered.
  if (!(number >= 1)) return;
  const editor = vscode.window.activeNotebookEditor ?? vscode.window.visibleNotebookEditors[0];
  const cell = editor.notebook.getCells().filter(c => c.kind === vscode.NotebookCellKind.Code)[number - 1];
  const range = new vscode.NotebookRange(cell.index, cell.index + 1);
  editor.selection = range;
  editor.revealRange(range, vscode.NotebookEditorRevealType.AtTop);
}

exports.activate = context => {
  let waiting;
  const soon = () => { waiting ??= setTimeout(() => { waiting = undefined; write(); }, 30); };
  context.subscriptions.push(
    vscode.commands.registerCommand("witness.show", show),
    vscode.workspace.onDidChangeNotebookDocument(event => {
      for (const { cell, executionSummary } of event.cellChanges) {
        const end = executionSummary?.success === undefined ? undefined : executionSummary.timing?.endTime;
        if (end === undefined || end === ends.get(cell)) continue;
        ends.set(cell, end);
        runs.set(cell, (runs.get(cell) ?? 0) + 1);
      }
      soon();
    }),
    vscode.workspace.onDidOpenNotebookDocument(soon),
    vscode.workspace.onDidCloseNotebookDocument(soon), vscode.workspace.onDidSaveNotebookDocument(soon),
    vscode.workspace.onDidChangeTextDocument(soon), vscode.languages.onDidChangeDiagnostics(soon));
  soon();
};
