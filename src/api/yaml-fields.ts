/** Texts of KubeRay's kinds that hold a document of YAML or JSON. */
const yamlFields: ReadonlySet<string> = new Set([
  "runtimeEnvYAML",
  "entrypointResources",
  "serveConfigV2",
]);

/** Whether a text in a field of this name holds such a document. */
export function holdsYaml(field: string): boolean {
  return yamlFields.has(field);
}
