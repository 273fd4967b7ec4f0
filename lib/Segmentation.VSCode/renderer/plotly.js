import { onThemeChange, themeColours } from './colours.js';
import { stateOf, withState } from './figureState.js';
import { picture, titleOf } from './picture.js';
import { loadScript } from './script.js';
import { style } from './style.js';
import { themedFigure } from './themedFigure.js';

const config = { responsive: true, displaylogo: false, modeBarButtonsToRemove: ['toImage', 'select2d', 'lasso2d'] };

/** The height in pixels that Plotly gives to a figure without one. */
const plainHeight = 450;

/**
 * Draws Plotly's figures in a notebook's outputs.
 * @type {import('vscode-notebook-renderer').ActivationFunction}
 */
export const activate = context => {
  /** @type {Map<string, {figure: any, plot: HTMLElement}>} */
  const drawn = new Map();
  onThemeChange(() => {
    for (const { figure, plot } of drawn.values()) void window.Plotly.react(plot, ...parts(withState(themedFigure(figure, themeColours()), stateOf(plot, figure))), config);
  });

  return {
    async renderOutputItem(item, element, signal) {
      const figure = item.json();
      await loadScript('./vendor/plotly.min.js', 'Plotly');
      if (signal?.aborted) return;
      const before = drawn.get(item.id);
      const plot = document.createElement('div');
      // Plotly takes the height of its box when the window changes, and a box as high as what is in it would grow each time.
      plot.style.height = `${figure.layout?.height ?? plainHeight}px`;
      plot.setAttribute('role', 'img');
      plot.setAttribute('aria-label', titleOf(figure.layout) || 'Chart');
      element.replaceChildren(sheet(), plot);
      if (context.postMessage) element.append(buttons(context, figure, plot));
      drawn.set(item.id, { figure, plot });
      if (before) window.Plotly.purge(before.plot);
      await window.Plotly.newPlot(plot, ...parts(themedFigure(figure, themeColours())), config);
    },
    disposeOutputItem(id) {
      for (const [key, { plot }] of id === undefined ? [...drawn] : [...drawn].filter(([known]) => known === id)) {
        window.Plotly.purge(plot);
        drawn.delete(key);
      }
    },
  };
};

/** @param {{data: any[], layout: any}} figure */
function parts(figure) {
  return [figure.data, figure.layout];
}

function sheet() {
  const element = document.createElement('style');
  element.textContent = style;
  return element;
}

/**
 * @param {import('vscode-notebook-renderer').RendererContext<void>} context
 * @param {any} figure
 * @param {HTMLElement} plot
 */
function buttons(context, figure, plot) {
  const row = document.createElement('div');
  row.className = 'segmentation-save';
  row.append(...['png', 'svg'].map(format => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `Save as ${format.toUpperCase()}`;
    button.addEventListener('click', async () => {
      const { width, height } = plot.getBoundingClientRect();
      try {
        const data = await picture(window.Plotly, withState(figure, stateOf(plot, figure)), /** @type {'png'|'svg'} */ (format), Math.round(width), Math.round(height));
        context.postMessage({ type: 'save', format, title: titleOf(figure.layout), data });
      } catch (error) {
        context.postMessage({ type: 'problem', text: `The chart was not drawn as ${format.toUpperCase()}: ${/** @type {Error} */ (error).message}` });
      }
    });
    return button;
  }));
  return row;
}
