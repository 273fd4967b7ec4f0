'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/**
 * How a kernel is started.
 * @typedef {object} KernelLocation
 * @property {string} command
 * @property {string[]} arguments
 * @property {Record<string, string>} environment What is added to the environment.
 */

/** Name of the kernel's executable, without its extension. */
const program = 'Segmentation.Notebooks';

/**
 * Returns the command that starts the notebook engine: the one of the settings, else the one inside the extension, else (for those who develop it)
 * the one that the repository's build left.
 * @param {string} extensionFolder
 * @param {string} setting Path of an executable or a dll; empty for none.
 * @param {string[]} words What follows the program's name, such as `kernel`.
 * @returns {KernelLocation}
 * @throws Where there is none; the message says where it was looked for.
 */
function locate(extensionFolder, setting, words) {
  if (setting !== '') {
    const chosen = path.resolve(setting.replace(/^~(?=$|[\\/])/, os.homedir()));
    if (!fs.existsSync(chosen)) throw new Error(`The setting 'segmentation.kernelPath' names '${setting}', which does not exist. Correct it, or empty it to use the kernel inside the extension.`);
    return start(chosen, words);
  }

  const places = [
    path.join(extensionFolder, 'kernel', process.platform === 'win32' ? `${program}.exe` : program),
    ...['Release', 'Debug'].map(kind => path.join(extensionFolder, '..', program, 'bin', kind, 'net10.0', `${program}.dll`)),
  ];
  const found = places.find(place => fs.existsSync(place));
  if (found === undefined) {
    throw new Error(`This copy of the extension holds no kernel. Install the .vsix for this kind of machine (${process.platform}-${process.arch}), or set 'segmentation.kernelPath'. Looked for: ${places.join(', ')}.`);
  }

  return start(found, words);
}

/**
 * @param {string} file
 * @param {string[]} words
 * @returns {KernelLocation}
 */
function start(file, words) {
  const root = dotnetRoot();
  // Without tiered profiling the first cells are faster; the kernel is compiled ahead of time.
  const environment = { DOTNET_TieredPGO: '0', DOTNET_NOLOGO: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1', ...(root === undefined ? {} : { DOTNET_ROOT: root }) };
  return file.endsWith('.dll')
    ? { command: root === undefined ? 'dotnet' : path.join(root, 'dotnet'), arguments: [file, ...words], environment }
    : { command: file, arguments: words, environment };
}

/**
 * Returns the folder of .NET where the environment does not name it: an editor that was started from a desktop often lacks the shell's settings.
 * @returns {string | undefined}
 */
function dotnetRoot() {
  if (process.env.DOTNET_ROOT) return process.env.DOTNET_ROOT;
  const executable = process.platform === 'win32' ? 'dotnet.exe' : 'dotnet';
  const folders = [...(process.env.PATH ?? '').split(path.delimiter).filter(folder => folder !== ''), path.join(os.homedir(), '.dotnet')];
  for (const folder of folders) {
    const file = path.join(folder, executable);
    if (!fs.existsSync(file)) continue;
    const root = path.dirname(fs.realpathSync(file));
    if (fs.existsSync(path.join(root, 'host', 'fxr'))) return root;
  }

  return undefined;
}

module.exports = { locate };
