import { loadScript } from './script.js';

/**
 * Draws Plotly's figures in a notebook's outputs.
 * @type {import('vscode-notebook-renderer').ActivationFunction}
 */
export const activate = context => ({
  async renderOutputItem(item, element) {
    await loadScript('./vendor/plotly.min.js', 'Plotly');
    const figure = item.json();
    const plot = document.createElement('div');
    element.replaceChildren(plot);
    await window.Plotly.newPlot(plot, figure.data, figure.layout, { responsive: true, displaylogo: false });
  },
});
