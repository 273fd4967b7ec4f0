/**
 * What a person has done to a figure: zoomed axes, hidden traces, the place of a slider.
 * @typedef {{ranges: Record<string, any[]>, hidden: Record<number, any>, slider: number | undefined}} FigureState
 */

/**
 * Returns what a person has done to a drawn figure.
 * @param {any} plot The drawn element.
 * @param {any} figure The figure as it came.
 * @returns {FigureState}
 */
export function stateOf(plot, figure) {
  const ranges = {};
  for (const [name, axis] of Object.entries(plot.layout ?? {})) {
    if (/^[xy]axis\d*$/.test(name) && axis.range && axis.autorange === false) ranges[name] = [...axis.range];
  }

  const hidden = {};
  (plot.data ?? []).forEach((/** @type {any} */ trace, /** @type {number} */ place) => {
    if (trace.visible !== undefined && trace.visible !== figure.data[place]?.visible) hidden[place] = trace.visible;
  });
  return { ranges, hidden, slider: plot.layout?.sliders?.[0]?.active };
}

/**
 * Returns a figure as a person had left it.
 * @param {any} figure The figure as it came, or in other colours.
 * @param {FigureState | undefined} state
 */
export function withState(figure, state) {
  if (state === undefined) return figure;
  const layout = { ...figure.layout };
  const slider = layout.sliders?.[0];
  const step = slider?.steps?.[state.slider ?? -1];
  if (step?.method === 'relayout') {
    layout.sliders = [{ ...slider, active: state.slider }, ...layout.sliders.slice(1)];
    for (const [path, value] of Object.entries(step.args[0] ?? {})) put(layout, path.split('.'), value);
  }

  for (const [name, range] of Object.entries(state.ranges)) layout[name] = { ...layout[name], range, autorange: false };
  return { data: figure.data.map((/** @type {any} */ trace, /** @type {number} */ place) => place in state.hidden ? { ...trace, visible: state.hidden[place] } : trace), layout };
}

/**
 * @param {Record<string, any>} target
 * @param {string[]} path
 * @param {any} value
 */
function put(target, [first, ...rest], value) {
  if (rest.length === 0) {
    target[first] = value;
    return;
  }

  target[first] = { ...target[first] };
  put(target[first], rest, value);
}
