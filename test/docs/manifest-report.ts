import { apiFor } from "../../src/api/api-for.ts";
import { checkAgainstApi } from "../../src/api/check-against-api.ts";
import type { Finding } from "../../src/diagnostics/diagnostic.ts";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { report } from "../../src/diagnostics/report.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { releaseOf } from "../api/api-of.ts";

/** The codes that speak of a manifest and the API server. */
export function isManifestCode(code: string): boolean {
  return code.startsWith("api-") && code !== "api-version";
}

/** What the API of a release finds in a manifest. */
export function manifestFindings(text: string, release: string): readonly Finding[] {
  return judge(asData(readYaml({ file: "manifest.yaml", text }, "manifest").data), release);
}

/** The same as a report; the release stands in the first line: `# KubeRay 1.5.2`. */
export function manifestReport(text: string): string {
  const [, release = ""] = /^# KubeRay (\S+)\n/.exec(text) ?? [];
  const document = { file: "manifest.yaml", text };
  const source = readYaml(document, "manifest");
  const diagnostics = report(judge(asData(source.data), release), [source]);
  return renderDiagnostics(diagnostics, { texts: new Map([[document.file, text]]) });
}

function judge(data: PlainData, release: string): readonly Finding[] {
  const { kind, apiVersion }: PlainObject = Object(data);
  const answer = apiFor({
    kind: String(kind),
    apiVersion: String(apiVersion),
    kuberayVersion: releaseOf(release),
  });
  if (answer.ok) return checkAgainstApi(data, answer.api);
  const { field, message, hint } = answer;
  return [{ code: "api-kind-not-served", document: "manifest", path: [field], message, hint }];
}

function asData(value: unknown): PlainData {
  return JSON.parse(JSON.stringify(value ?? null));
}
