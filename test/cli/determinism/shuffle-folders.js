// Preloaded into Node: folders are listed in another order each time, as file systems are free to do.
const fs = require('node:fs');

const shuffled = (list) => {
  const made = [...list];
  for (let left = made.length; left > 1; left--) {
    const taken = Math.floor(Math.random() * left);
    [made[left - 1], made[taken]] = [made[taken], made[left - 1]];
  }
  return made;
};

const { readdirSync, readdir } = fs;
const promised = fs.promises.readdir;
fs.readdirSync = (...args) => shuffled(readdirSync(...args));
fs.promises.readdir = async (...args) => shuffled(await promised(...args));
fs.readdir = (...args) => {
  const done = args.pop();
  return readdir(...args, (error, list) => done(error, error ? list : shuffled(list)));
};
