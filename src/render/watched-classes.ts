import * as cdk8s from 'cdk8s';
import { Construct, Dependable, Node } from 'constructs';
import { watchClass } from '../model/built-ins';

const { ApiObject, ApiObjectMetadataDefinition, App, Chart, DependencyGraph, Include, JsonPatch, Lazy, Names, Yaml } =
  cdk8s;

/** Every object of every app is made by these. */
const CLASSES = {
  ...{ ApiObject, ApiObjectMetadataDefinition, App, Chart, Construct, Dependable, DependencyGraph, Include, JsonPatch },
  ...{ Lazy, Names, Node, Yaml },
};

for (const [name, holder] of Object.entries(CLASSES)) watchClass(name, holder);
