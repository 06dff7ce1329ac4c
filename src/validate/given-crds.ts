import type { ApiAnswer } from "../api/api-for.ts";
import type { CrdApi } from "../api/read-crd.ts";
import { readCrd } from "../api/read-crd.ts";
import { isList } from "../diagnostics/own-field.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import type { OptionProblem } from "../diagnostics/read-options.ts";
import { showText } from "../diagnostics/show.ts";
import { asTextDocument } from "../diagnostics/text-document.ts";
import { readYamlDocuments } from "../yaml/read-yaml-documents.ts";
import { snapshot } from "../yaml/snapshot.ts";
import { objectsOf } from "./objects-of.ts";

/** The APIs of CRDs that a caller gave. */
export interface GivenCrds {
  /** The API of a kind, or why its CRD has none of that version; undefined where no CRD has the kind. */
  readonly apiOf: (kind: string, apiVersion: string) => ApiAnswer | undefined;
  /** How many rules of a kind and version the API server judges and nobody else does. */
  readonly unjudgedRules: (kind: string, apiVersion: string) => number;
}

export const noCrds: GivenCrds = Object.freeze({
  apiOf: () => undefined,
  unjudgedRules: () => 0,
});

/** CRDs from a text, an object or a list. What is wrong with them is added to the problems. Never throws. */
export function readGivenCrds(input: unknown, problems: OptionProblem[]): GivenCrds {
  const documents = documentsOf(input);
  if (!documents.ok) {
    problems.push(problem(documents.message));
    return noCrds;
  }
  const apis: CrdApi[] = [];
  for (const document of documents.data) {
    const answer = readCrd(document);
    if (answer.ok) apis.push(...answer.apis);
    else problems.push(problem(answer.message));
  }
  if (documents.data.length === 0) problems.push(problem("It is empty."));
  const find = (kind: string, apiVersion: string) =>
    apis.find((entry) => entry.api.kind === kind && entry.apiVersion === apiVersion);
  return {
    apiOf: (kind, apiVersion) => {
      const own = apis.filter(({ api }) => api.kind === kind);
      const found = find(kind, apiVersion);
      if (found !== undefined) return { ok: true, api: found.api };
      return own.length === 0 ? undefined : notServed(kind, apiVersion, own);
    },
    unjudgedRules: (kind, apiVersion) => find(kind, apiVersion)?.unjudged.length ?? 0,
  };
}

type Documents =
  | { readonly ok: true; readonly data: readonly PlainData[] }
  | { readonly ok: false; readonly message: string };

function documentsOf(input: unknown): Documents {
  const text = asTextDocument(input);
  if (text === undefined) {
    const { data, findings } = snapshot(input, "options");
    const [first] = findings;
    if (first !== undefined || data === undefined) {
      return { ok: false, message: first?.message ?? "It cannot be read." };
    }
    return { ok: true, data: isList(data) ? data.flatMap(objectsOf) : objectsOf(data) };
  }
  const sources = readYamlDocuments(text, "options", { dialect: "manifest" });
  const [first] = sources.flatMap(({ findings }) =>
    findings.filter(({ code }) => code !== "surprising-yaml"),
  );
  if (first !== undefined) {
    const place =
      first.range === undefined ? "" : `${first.range.file}:${first.range.start.line}: `;
    return { ok: false, message: `${place}${first.message}` };
  }
  return { ok: true, data: sources.flatMap(({ data }) => objectsOf(data)) };
}

function problem(message: string): OptionProblem {
  return {
    option: "crd",
    message: `This CRD cannot be used. ${message}`,
    hint: "Use the output of kubectl get crd rayclusters.ray.io -o yaml.",
  };
}

function notServed(kind: string, apiVersion: string, own: readonly CrdApi[]): ApiAnswer {
  const served = own.map((entry) => entry.apiVersion);
  return {
    ok: false,
    field: "apiVersion",
    message: `The CRD serves ${kind} as ${served.join(" and ")}, not as ${showText(apiVersion)}.`,
    hint: `Write ${served[0]}.`,
  };
}
