// Refuses every connection and every look-up of a name, lists what is started, and turns folder listings around.
//   OFFLINE_LOG  a file that takes one line for each program that is started
const { appendFileSync } = require('node:fs');
const fs = require('node:fs');
const { basename } = require('node:path');

const refuse = (what) => () => {
  throw new Error(`no network here: ${what}`);
};
require('node:net').Socket.prototype.connect = refuse('connect');
require('node:dgram').createSocket = refuse('udp');
for (const owner of [require('node:dns'), require('node:dns').promises]) {
  for (const name of Object.keys(owner)) if (/^(lookup|resolve|reverse)/.test(name)) owner[name] = refuse(name);
}

const children = require('node:child_process');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  const original = children[name];
  children[name] = (file, ...rest) => {
    const shell = rest.some((one) => one?.shell) || /^exec(Sync)?$/.test(name);
    appendFileSync(process.env.OFFLINE_LOG, `${name} ${basename(file)}${shell ? ' through a shell' : ''}\n`);
    return original(file, ...rest);
  };
}

const { readdirSync } = fs;
fs.readdirSync = (...args) => readdirSync(...args).reverse();
