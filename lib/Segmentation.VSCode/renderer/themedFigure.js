/** @typedef {import('./colours.js').ThemeColours} ThemeColours */

// The neutral colours of the library's figures (FigureStyle.cs), by what they are for. Colours of data stay.
const neutrals = { ink: '#1F2933', quiet: '#5F6B7A', aside: '#B8BEC6', grid: '#E6E9ED', white: '#FFFFFF', black: '#000000', limit: '#8C3D00' };

/** Colours of data that are too dark for text and thin lines on a dark ground, and what stands for them there. */
const onDark = new Map([['#0072B2', '#4DA6DB'], ['#8C3D00', '#E8894A'], ['#0B3C66', '#7FB3D9'], ['#2F7FBC', '#7FB3D9'], ['#009E73', '#2BBF92'], ['#D55E00', '#F0803C']]);

/** Pale grounds of areas, which on a dark ground become as faint as they are on white. */
const pale = new Map([['#E1EEF7', 'rgba(0,114,178,0.30)'], ['#E2F3EC', 'rgba(0,158,115,0.28)'], ['#F7EAF2', 'rgba(204,121,167,0.24)'], ['#E9F5FC', 'rgba(86,180,233,0.24)'], ['#F1F1F1', 'rgba(160,160,160,0.20)']]);

/**
 * Returns a figure in the colours of a theme: ground, text, lines and grid of the editor, data as it is.
 * @param {{data: any[], layout: Record<string, any>}} figure
 * @param {ThemeColours} colours
 */
export function themedFigure(figure, colours) {
  const { width: _, ...layout } = walk(figure.layout ?? {}, '', colours);
  const font = { ...layout.font, color: colours.ink };
  return {
    data: (figure.data ?? []).map(trace => themedTrace(trace, colours)),
    layout: {
      ...layout,
      font,
      autosize: true,
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      hoverlabel: { ...layout.hoverlabel, bgcolor: colours.raised, bordercolor: colours.aside, font: { ...layout.hoverlabel?.font, color: colours.ink } },
      modebar: { bgcolor: 'rgba(0,0,0,0)', color: colours.quiet, activecolor: colours.ink },
      sliders: layout.sliders?.map((/** @type {any} */ slider) => ({ bgcolor: colours.grid, bordercolor: colours.aside, activebgcolor: colours.aside, tickcolor: colours.quiet, ...slider, font: { ...slider.font, color: colours.ink } })),
    },
  };
}

/**
 * @param {any} trace
 * @param {ThemeColours} colours
 */
function themedTrace(trace, colours) {
  // Text on a mark is read against the mark, whose colour stays.
  const inside = trace.type === 'heatmap' || trace.type === 'treemap' || (trace.type === 'bar' && /inside|auto|none/.test(trace.textposition ?? 'auto'));
  const themed = walk(trace, 'trace', colours);
  if (inside && trace.textfont) themed.textfont = trace.textfont;
  if (trace.insidetextfont) themed.insidetextfont = trace.insidetextfont;
  return themed;
}

/**
 * @param {any} value
 * @param {string} key The key that it stands under; items of a list stand under that of the list.
 * @param {ThemeColours} colours
 * @param {string} [parent] The key above.
 * @returns {any}
 */
function walk(value, key, colours, parent = '') {
  // Numbers of data are many, and no colours.
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || ArrayBuffer.isView(value)) return value;
  if (typeof value === 'string') return colour(value, key, parent, colours);
  if (key === 'colorscale') return value;
  if (Array.isArray(value)) return value.map(item => walk(item, key, colours, parent));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name, colours, key)]));
}

/**
 * @param {string} value
 * @param {string} key
 * @param {string} parent
 * @param {ThemeColours} colours
 */
function colour(value, key, parent, colours) {
  if (key === 'text' || key === 'title.text') return value.replace(/(color:\s*)(#[0-9a-f]{6})/gi, (_, before, written) => before + colour(written, 'color', 'font', colours));
  if (!/color$/i.test(key) && key !== 'colorway') return value;
  const upper = value.toUpperCase();
  if (upper === neutrals.ink) return colours.ink;
  if (upper === neutrals.quiet) return colours.quiet;
  if (upper === neutrals.aside) return colours.aside;
  if (upper === neutrals.grid) return colours.grid;
  if (upper === neutrals.black) return colours.ink;
  // White is the edge around a mark; as text it stands on one.
  if (upper === neutrals.white) return /font/i.test(parent) ? value : colours.ground;
  if (!colours.isDark) return value;
  const isThin = /font|line|error_[xy]/i.test(parent) || upper === neutrals.limit;
  return pale.get(upper) ?? (isThin ? onDark.get(upper) : undefined) ?? value;
}
