import { resolve } from "node:path";

/**
 * An alias for bundlers: the build of the `yaml` package for browsers. It is the same code as the one for Node, but for
 * LOG_TOKENS and LOG_STREAM, environment variables with which the latter prints what it reads to standard output.
 */
export function quietYaml(root: string): { readonly yaml: string } {
  return { yaml: resolve(root, "node_modules/yaml/browser/index.js") };
}
