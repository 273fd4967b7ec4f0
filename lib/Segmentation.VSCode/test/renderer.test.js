'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');

const dark = { ground: '#1f1f1f', ink: '#cccccc', quiet: '#959595', aside: '#616161', grid: '#353535', raised: '#202020', fonts: 'x', isDark: true };
const light = { ...dark, ground: '#ffffff', ink: '#3b3b3b', isDark: false };

/** @param {string} name */
const load = name => import(`../renderer/${name}.js`);

test('ground, text and grid follow the theme, data stays', async () => {
  const { themedFigure } = await load('themedFigure');
  const figure = {
    data: [{ type: 'bar', marker: { color: ['#0072B2', '#B8BEC6'] }, textfont: { color: '#1F2933' }, textposition: 'outside' }],
    layout: { title: { text: '<b>T</b><br><span style="font-size:13px;color:#5F6B7A">s</span>' }, width: 700, height: 400, template: { layout: { paper_bgcolor: '#FFFFFF', xaxis: { gridcolor: '#E6E9ED' } } } },
  };
  const themed = themedFigure(figure, dark);
  assert.deepEqual(themed.data[0].marker.color, ['#0072B2', dark.aside]);
  assert.equal(themed.data[0].textfont.color, dark.ink);
  assert.equal(themed.layout.paper_bgcolor, 'rgba(0,0,0,0)');
  assert.equal(themed.layout.template.layout.xaxis.gridcolor, dark.grid);
  assert.match(themed.layout.title.text, /color:#959595/);
  assert.equal(themed.layout.width, undefined);
  assert.equal(themed.layout.height, 400);
  assert.equal(figure.layout.width, 700, 'the figure itself is not changed: it is saved as it came');
});

test('text on a mark keeps its colour, because the mark keeps its own', async () => {
  const { themedFigure } = await load('themedFigure');
  const figure = { data: [{ type: 'bar', textposition: 'inside', textfont: { color: '#1F2933' }, marker: { color: '#C3DCEE' } }], layout: {} };
  assert.equal(themedFigure(figure, dark).data[0].textfont.color, '#1F2933');
});

test('scales of colour and words that only look like colours stay', async () => {
  const { themedFigure } = await load('themedFigure');
  const figure = { data: [{ type: 'heatmap', colorscale: [[0, '#FFFFFF'], [1, '#1F2933']], y: ['#1F2933'] }], layout: {} };
  assert.deepEqual(themedFigure(figure, dark).data[0].colorscale, figure.data[0].colorscale);
  assert.deepEqual(themedFigure(figure, dark).data[0].y, ['#1F2933']);
});

test('a dark limit line is lighter on a dark ground, and itself on a light one', async () => {
  const { themedFigure } = await load('themedFigure');
  const figure = { data: [], layout: { shapes: [{ line: { color: '#8C3D00' } }] } };
  assert.notEqual(themedFigure(figure, dark).layout.shapes[0].line.color, '#8C3D00');
  assert.equal(themedFigure(figure, light).layout.shapes[0].line.color, '#8C3D00');
});

test('a figure is drawn again as its reader left it: zoom, hidden series, slider', async () => {
  const { stateOf, withState } = await load('figureState');
  const step = (/** @type {string} */ text) => ({ method: 'relayout', args: [{ 'title.text': text }] });
  const figure = { data: [{ y: [1] }, { y: [2] }], layout: { title: { text: 'a', x: 0 }, xaxis: { title: 'x' }, sliders: [{ active: 0, steps: [step('a'), step('b')] }] } };
  const plot = { data: [{ y: [1] }, { y: [2], visible: 'legendonly' }], layout: { xaxis: { range: [1, 2], autorange: false }, yaxis: { range: [0, 9], autorange: true }, sliders: [{ active: 1 }] } };
  const again = withState(figure, stateOf(plot, figure));
  assert.equal(again.layout.title.text, 'b');
  assert.equal(again.layout.title.x, 0);
  assert.equal(again.layout.sliders[0].active, 1);
  assert.deepEqual(again.layout.xaxis, { title: 'x', range: [1, 2], autorange: false });
  assert.equal(again.layout.yaxis, undefined);
  assert.equal(again.data[1].visible, 'legendonly');
  assert.equal(figure.layout.title.text, 'a');
});

test('colours are read as style sheets write them', async () => {
  const { hex, mix, parse } = await load('colours');
  assert.deepEqual(parse('#fff'), [255, 255, 255]);
  assert.deepEqual(parse('#1F2933cc'), [31, 41, 51]);
  assert.deepEqual(parse('rgba(1, 2, 3, 0.5)'), [1, 2, 3]);
  assert.equal(parse('white'), undefined);
  assert.equal(hex(mix([0, 0, 0], [255, 255, 255], 0.5)), '#808080');
});

test('a diagram keeps its words; the colours that it names follow a dark theme', async () => {
  const { themedDiagram } = await load('themedDiagram');
  const text = 'flowchart LR\n  style K fill:#E6F1F8,stroke:#0072B2,color:#1F2933';
  assert.equal(themedDiagram(text, light).source, text.replace('#1F2933', light.ink));
  assert.match(themedDiagram(text, dark).source, /fill:#12354F,stroke:#0072B2,color:#cccccc/);
});
