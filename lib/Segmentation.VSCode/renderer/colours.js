/**
 * Colours of the editor's theme that drawings are made with.
 * @typedef {object} ThemeColours
 * @property {string} ground What lies behind.
 * @property {string} ink Text.
 * @property {string} quiet Text that stands back, and thin lines.
 * @property {string} aside Marks that stand back.
 * @property {string} grid Lines of a grid.
 * @property {string} raised What lies behind a hover.
 * @property {string} fonts
 * @property {boolean} isDark
 */

/** How far a colour stands from the ground towards the ink; in high contrast everything stands further. */
const steps = { normal: { quiet: 0.68, aside: 0.38, grid: 0.13 }, high: { quiet: 1, aside: 0.65, grid: 0.35 } };

/**
 * Returns the colours of the theme that the editor shows now.
 * @returns {ThemeColours}
 */
export function themeColours() {
  const style = getComputedStyle(document.body);
  const isDark = document.body.classList.contains('vscode-dark') || (document.body.classList.contains('vscode-high-contrast') && !document.body.classList.contains('vscode-high-contrast-light'));
  const isHigh = /vscode-high-contrast/.test(document.body.className);
  const read = (/** @type {string} */ name, /** @type {string} */ otherwise) => parse(style.getPropertyValue(name).trim() || otherwise) ?? parse(otherwise);
  const ground = read('--vscode-editor-background', isDark ? '#1f1f1f' : '#ffffff');
  const ink = read('--vscode-editor-foreground', isDark ? '#d4d4d4' : '#1f2933');
  const share = isHigh ? steps.high : steps.normal;
  return {
    ground: hex(ground),
    ink: hex(ink),
    quiet: hex(mix(ground, ink, share.quiet)),
    aside: hex(mix(ground, ink, share.aside)),
    grid: hex(mix(ground, ink, share.grid)),
    raised: hex(read('--vscode-editorHoverWidget-background', hex(ground))),
    fonts: style.getPropertyValue('--vscode-font-family').trim() || 'sans-serif',
    isDark,
  };
}

/**
 * Calls back when the editor's theme changes.
 * @param {() => void} changed
 */
export function onThemeChange(changed) {
  let last = JSON.stringify(themeColours());
  const observer = new MutationObserver(() => {
    const now = JSON.stringify(themeColours());
    if (now === last) return;
    last = now;
    changed();
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id', 'data-vscode-theme-kind', 'style'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}

/**
 * Returns a colour between two others.
 * @param {number[]} from
 * @param {number[]} to
 * @param {number} share 0 for the first, 1 for the second.
 */
export function mix(from, to, share) {
  return from.map((value, i) => Math.round(value + (to[i] - value) * share));
}

/**
 * Returns red, green and blue of a colour as style sheets write it; undefined where it is written otherwise.
 * @param {string} colour
 */
export function parse(colour) {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/i.exec(colour);
  if (short) return short.slice(1, 4).map(digit => parseInt(digit + digit, 16));
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/i.exec(colour);
  if (long) return long.slice(1, 4).map(digits => parseInt(digits, 16));
  const words = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/i.exec(colour);
  return words ? words.slice(1, 4).map(Number) : undefined;
}

/** @param {number[]} colour */
export function hex(colour) {
  return `#${colour.map(value => value.toString(16).padStart(2, '0')).join('')}`;
}
