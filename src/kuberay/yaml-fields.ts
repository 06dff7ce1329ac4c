/** Texts of KubeRay's kinds that hold a document of YAML or JSON, by `Type.field`. */
const yamlFields: ReadonlySet<string> = new Set([
  "RayJobSpec.runtimeEnvYAML",
  "RayJobSpec.entrypointResources",
  "RayServiceSpec.serveConfigV2",
]);

/** Whether a text holds such a document. */
export function holdsYaml(typeName: string, field: string): boolean {
  return yamlFields.has(`${typeName}.${field}`);
}
