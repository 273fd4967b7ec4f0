'use strict';

/** Where the runtime comes from. */
const download = 'https://dotnet.microsoft.com/download/dotnet/10.0';

/** The machine has no .NET that the kernel could run on. */
class RuntimeMissing extends Error {
  /** @param {string} found What the machine has. */
  constructor(found) {
    super(`The kernel needs the .NET 10 runtime, and ${found}. Install it (${download}) and run the cell again.`);
    this.name = 'RuntimeMissing';
  }
}

/**
 * Returns why a kernel did not start, in words that say what to do.
 * @param {Error} error What went wrong.
 * @param {string} said What the process wrote to standard error.
 * @returns {Error}
 */
function startFailure(error, said) {
  // The host's own words: there is no runtime at all, or none of the version.
  if (/You must install \.NET|hostfxr.*not.*found|libhostfxr/i.test(said)) return new RuntimeMissing('there is no .NET on this machine');
  if (/framework .*(was not found|could not be found)|You must install or update \.NET/i.test(said)) {
    const versions = [...said.matchAll(/^\s+(\d+\.\d+\.\S+) at \[/gm)].map(match => match[1]);
    return new RuntimeMissing(versions.length === 0 ? 'this machine has another version' : `this machine has ${versions.join(', ')}`);
  }

  if (/ENOENT/.test(error.message)) return new RuntimeMissing("no 'dotnet' was found on this machine");
  const last = said.trim();
  return new Error(last === '' ? error.message : `${error.message}\n${last}`);
}

module.exports = { startFailure, RuntimeMissing, download };
