import { onThemeChange, themeColours } from './colours.js';
import { loadScript } from './script.js';
import { style } from './style.js';
import { themedDiagram } from './themedDiagram.js';

let count = 0;

/**
 * Draws Mermaid's diagrams in a notebook's outputs.
 * @type {import('vscode-notebook-renderer').ActivationFunction}
 */
export const activate = () => {
  /** @type {Map<string, {text: string, place: HTMLElement}>} */
  const drawn = new Map();
  onThemeChange(() => {
    for (const { text, place } of drawn.values()) void draw(text, place);
  });

  return {
    async renderOutputItem(item, element, signal) {
      await loadScript('./vendor/mermaid.min.js', 'mermaid');
      if (signal?.aborted) return;
      const sheet = document.createElement('style');
      sheet.textContent = style;
      const place = document.createElement('div');
      place.className = 'segmentation-mermaid';
      element.replaceChildren(sheet, place);
      const text = item.text();
      drawn.set(item.id, { text, place });
      await draw(text, place);
    },
    disposeOutputItem(id) {
      if (id === undefined) drawn.clear();
      else drawn.delete(id);
    },
  };
};

/**
 * @param {string} text
 * @param {HTMLElement} place
 */
async function draw(text, place) {
  const colours = themeColours();
  const { source, options } = themedDiagram(text, colours);
  window.mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', suppressErrorRendering: true, ...options });
  try {
    const { svg } = await window.mermaid.render(`segmentation-diagram-${count++}`, source);
    place.innerHTML = svg;
  } catch (error) {
    const problem = document.createElement('pre');
    problem.className = 'segmentation-problem';
    problem.textContent = `The diagram cannot be drawn: ${/** @type {Error} */ (error).message}`;
    const written = document.createElement('pre');
    written.textContent = text;
    place.replaceChildren(problem, written);
  }
}
