'use strict';

// Fills the extension's folder with what is not written here: the kernel, the scripts that draw, the samples.
const fs = require('node:fs');
const path = require('node:path');
const { root, folder, run } = require('./steps.js');

const vendor = path.join(folder, 'renderer', 'vendor');
fs.rmSync(vendor, { recursive: true, force: true });
fs.mkdirSync(vendor, { recursive: true });
for (const [from, to] of [
  ['plotly.js-dist-min/plotly.min.js', 'plotly.min.js'],
  ['plotly.js-dist-min/LICENSE', 'plotly.LICENSE.txt'],
  ['mermaid/dist/mermaid.min.js', 'mermaid.min.js'],
  ['mermaid/LICENSE', 'mermaid.LICENSE.txt'],
]) fs.copyFileSync(path.join(folder, 'node_modules', from), path.join(vendor, to));

const samples = path.join(folder, 'samples');
fs.rmSync(samples, { recursive: true, force: true });
for (const part of ['notebooks', 'data-samples']) {
  fs.cpSync(path.join(root, part), path.join(samples, part), { recursive: true, filter: source => !['images', 'generator', 'truth', '.ipynb_checkpoints'].includes(path.basename(source)) });
}

// Compiled ahead of time for this kind of machine. The analyzers are for those who change it: a build of the solution runs them.
const kernel = path.join(folder, 'kernel');
fs.rmSync(kernel, { recursive: true, force: true });
run('dotnet', ['publish', path.join(root, 'lib', 'Segmentation.Notebooks'), '-c', 'Release', '--use-current-runtime', '--no-self-contained', '-o', kernel, '-p:RunAnalyzers=false', '-nologo', '-v', 'q']);
// What a debugger and a documentation tool would read is of no use to a person who runs notebooks.
for (const file of fs.readdirSync(kernel)) if (/\.pdb$/.test(file)) fs.rmSync(path.join(kernel, file));
