/**
 * How the words of a text are read.
 * `request`: YAML 1.2, core schema. What readers disagree on is an error: keys that stand twice, merge keys, tags.
 * `manifest`: what Go's readers of YAML 1.1 make of it, as kubectl, Helm, Argo CD and Flux do (sigs.k8s.io/yaml).
 * `resource`: a request among the resources of kustomize, as strict. kustomize reads with go-yaml 3: numbers as Go's readers of
 * YAML 1.1 do, but `yes`, `on` and their like as text.
 */
export type Dialect = "request" | "manifest" | "resource";
