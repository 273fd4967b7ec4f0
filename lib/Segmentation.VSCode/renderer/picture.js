/** How many pixels of the file stand for one of the screen: sharp on a slide. */
const pngScale = 2;

/**
 * Returns a figure as a file. It is the figure as it came, on white, whatever the editor's theme: a picture goes into a document.
 * @param {any} Plotly
 * @param {{data: any[], layout: any}} figure
 * @param {'png'|'svg'} format
 * @param {number} width In pixels.
 * @param {number} height
 * @returns {Promise<string>} The text of an SVG; of a PNG its bytes in base64.
 * @throws Where the figure cannot be drawn, or is too large for a PNG.
 */
export async function picture(Plotly, figure, format, width, height) {
  const url = await Plotly.toImage(figure, { format: 'svg', width, height });
  const svg = decodeURIComponent(url.slice(url.indexOf(',') + 1));
  return format === 'svg' ? svg : png(svg, width, height);
}

/**
 * @param {string} svg
 * @param {number} width
 * @param {number} height
 */
async function png(svg, width, height) {
  const image = new Image();
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error('its drawing is not one that can be read back.'));
    // The page's rules allow data, not blobs.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
  const canvas = document.createElement('canvas');
  canvas.width = width * pngScale;
  canvas.height = height * pngScale;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  // Of a canvas larger than a browser draws, nothing comes, and no error either.
  const data = canvas.toDataURL('image/png').split(',')[1];
  if (!data) throw new Error(`it is too large, save it as SVG (${canvas.width} × ${canvas.height} pixels are more than can be drawn).`);
  return data;
}

/**
 * Returns the first line of a figure's title as plain words; empty where it has none.
 * @param {any} layout
 */
export function titleOf(layout) {
  const text = typeof layout?.title === 'string' ? layout.title : layout?.title?.text ?? '';
  const main = /<b>([\s\S]*?)<\/b>/.exec(text)?.[1] ?? text.split('<br><span')[0];
  const words = main.replace(/<br\s*\/?>/gi, ' ').replace(/<[^>]*>/g, '');
  return new DOMParser().parseFromString(words, 'text/html').body.textContent.trim();
}
