/**
 * How the words of a text are read.
 * `request`: YAML 1.2, core schema. What readers disagree on is an error: keys that stand twice, merge keys, tags.
 * `manifest`: what Go's readers of YAML 1.1 make of it, as kubectl, Helm, Argo CD and Flux do (sigs.k8s.io/yaml).
 */
export type Dialect = "request" | "manifest";
