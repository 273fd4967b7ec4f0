'use strict';

/**
 * Where the outputs of a notebook stand that can be replaced later, by display id.
 * @typedef {{cell: import('vscode').NotebookCell, output: import('vscode').NotebookCellOutput}} Display
 */
class Displays {
  constructor() {
    /** @type {Map<string, Display[]>} */
    this.byId = new Map();
  }

  /**
   * @param {string | undefined} id
   * @param {Display} display
   */
  add(id, display) {
    if (id !== undefined) this.byId.set(id, [...(this.byId.get(id) ?? []), display]);
  }

  /**
   * Returns the outputs that bear an id, in any cell.
   * @param {string} id
   * @returns {Display[]}
   */
  of(id) {
    return this.byId.get(id) ?? [];
  }

  /**
   * Forgets the outputs of a cell, which are gone.
   * @param {import('vscode').NotebookCell} cell
   */
  forget(cell) {
    for (const [id, displays] of this.byId) {
      const kept = displays.filter(display => display.cell !== cell);
      if (kept.length === 0) this.byId.delete(id);
      else this.byId.set(id, kept);
    }
  }
}

module.exports = { Displays };
