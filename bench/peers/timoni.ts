import { join } from 'node:path';
import { objectsInCue } from './cue';
import { type Peer, write } from './peer';

/** What timoni builds: the objects under `timoni.apply`, with the tags it fills in. */
const ENTRY = `package main

import templates "timoni.sh/bench/templates"

values: {}
timoni: {
\tapiVersion: "v1alpha1"
\tinstance: {
\t\tconfig: {
\t\t\tmetadata: {
\t\t\t\tname:      string @tag(name)
\t\t\t\tnamespace: string @tag(namespace)
\t\t\t}
\t\t\tmoduleVersion: string @tag(mv, var=moduleVersion)
\t\t\tkubeVersion:   string @tag(kv, var=kubeVersion)
\t\t}
\t}
\tapply: bench: templates.objects
}
`;

export const timoni: Peer = {
  name: 'timoni build',
  version: ['timoni', '--version'],
  prepare(folder, templates, shape) {
    write(join(folder, 'cue.mod', 'module.cue'), 'module: "timoni.sh/bench"\nlanguage: version: "v0.9.0"\n');
    write(join(folder, 'timoni.cue'), ENTRY);
    write(join(folder, 'values.cue'), 'package main\n\nvalues: {}\n');
    write(join(folder, 'templates', 'objects.cue'), `package templates\n${objectsInCue(templates, shape)}`);
  },
  args: ['build', 'bench', '.', '--namespace', 'default'],
};
