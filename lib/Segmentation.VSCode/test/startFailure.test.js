'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { RuntimeMissing, startFailure } = require('../src/kernel/startFailure.js');

// The words of the .NET host, as `DOTNET_ROOT=/nowhere` and a runtime of another version bring them out.
const none = 'You must install .NET to run this application.\n\nApp: /k/Segmentation.Notebooks\nArchitecture: x64\n.NET location: Not found\n';
const other = `You must install or update .NET to run this application.

App: /k/Segmentation.Notebooks
Framework: 'Microsoft.NETCore.App', version '10.0.0' (x64)
.NET location: /usr/share/dotnet

The following frameworks were found:
  8.0.11 at [/usr/share/dotnet/shared/Microsoft.NETCore.App]
  9.0.0 at [/usr/share/dotnet/shared/Microsoft.NETCore.App]
`;

test('a machine without .NET is told what to install and from where', () => {
  const failure = startFailure(new Error('The kernel ended (exit code 131).'), none);
  assert.ok(failure instanceof RuntimeMissing);
  assert.equal(failure.message, 'The kernel needs the .NET 10 runtime, and there is no .NET on this machine. Install it (https://dotnet.microsoft.com/download/dotnet/10.0) and run the cell again.');
});

test('a machine with other versions is told which it has', () => {
  const failure = startFailure(new Error('The kernel ended (exit code 150).'), other);
  assert.ok(failure instanceof RuntimeMissing);
  assert.match(failure.message, /this machine has 8\.0\.11, 9\.0\.0\./);
});

test('a program that is not there is .NET that is not there', () => {
  assert.ok(startFailure(new Error('The kernel could not be started: spawn dotnet ENOENT'), '') instanceof RuntimeMissing);
});

test('any other end is told with what the process wrote last', () => {
  assert.equal(startFailure(new Error('It ended.'), 'disk full\n').message, 'It ended.\ndisk full');
  assert.equal(startFailure(new Error('It ended.'), '').message, 'It ended.');
});
