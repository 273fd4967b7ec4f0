'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const folder = path.join(__dirname, '..');
const root = path.join(folder, '..', '..');

/** Where each program that is needed comes from. */
const remedies = { dotnet: 'Install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0', npm: 'Install Node.js 20 or later, which brings npm: https://nodejs.org' };

/**
 * Runs a program and waits for it; ends this process with a message where it is missing or fails.
 * @param {string} program
 * @param {string[]} words
 */
function run(program, words) {
  console.log(`> ${program} ${words.join(' ')}`);
  const done = spawnSync(program, words, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (/** @type {NodeJS.ErrnoException | undefined} */ (done.error)?.code === 'ENOENT') stop(`'${program}' is not on this machine. ${remedies[program] ?? ''}`);
  if (done.status !== 0) stop(`'${program} ${words[0]}' failed (exit code ${done.status}); what it wrote stands above.`);
}

/** @param {string} message */
function stop(message) {
  console.error(message);
  process.exit(1);
}

module.exports = { folder, root, run, stop };
