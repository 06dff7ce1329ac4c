import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { formatPath } from "../../src/diagnostics/path.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { importManifest } from "../../src/import/import-manifest.ts";
import { printCompactYaml } from "../../src/yaml/print.ts";
import { readYamlDocuments } from "../../src/yaml/read-yaml-documents.ts";
import type { Golden } from "./goldens.ts";

const FOLDER = join("fixtures", "imports");
const FILE = "manifests.yaml";

/** Manifests, perhaps with settings beside them, to what is imported of each. The first line says for which release. */
export function importGoldens(): readonly Golden[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => ({ file: `imports/${name}.yaml`, print: () => imports(name) }));
}

function imports(name: string): string {
  const text = readFileSync(join(FOLDER, name, FILE), "utf8");
  const [, kuberayVersion] = /^# KubeRay (.*)\n/.exec(text) ?? [];
  const settingsFile = join(FOLDER, name, "settings.yaml");
  const settings: unknown = existsSync(settingsFile)
    ? parse(readFileSync(settingsFile, "utf8"))
    : undefined;
  const documents = readYamlDocuments({ file: FILE, text }, "manifest", { dialect: "manifest" });
  return documents.map(({ data }) => printImport(data, { kuberayVersion, settings })).join("---\n");
}

function printImport(manifest: unknown, options: object): string {
  const result = importManifest(manifest, options);
  if (!result.ok) return printCompactYaml({ diagnostics: result.diagnostics.map(String) });
  const { request, settings, same, changes, notes, diagnostics } = result;
  const printed: PlainData = JSON.parse(
    JSON.stringify({
      request,
      settings,
      same,
      changes: changes.map(({ path, kind }) => `${kind} ${path}`),
      notes: notes.map(({ kind, path, message }) => `${kind} ${path}: ${message}`),
      diagnostics: diagnostics.map(
        ({ severity, code, document, path }) =>
          `${severity} ${code} at ${document} ${formatPath(path)}`,
      ),
    }),
  );
  return printCompactYaml(printed ?? {});
}
