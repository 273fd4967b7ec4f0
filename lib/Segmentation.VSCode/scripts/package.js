'use strict';

// Makes out/segmentation-notebooks.vsix, from nothing: installs what it needs, builds, packs.
const fs = require('node:fs');
const path = require('node:path');
const { folder, root, run } = require('./steps.js');

run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
run('node', ['scripts/build.js']);
const out = path.join(root, 'out', 'segmentation-notebooks.vsix');
fs.mkdirSync(path.dirname(out), { recursive: true });
run('node', ['node_modules/@vscode/vsce/vsce', 'package', '--target', target(), '--no-dependencies', '--skip-license', '--allow-missing-repository', '--out', out]);

/** Returns this machine's kind as VS Code calls it: the kernel inside runs on no other. */
function target() {
  const muslLinux = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
  return `${muslLinux ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
}
