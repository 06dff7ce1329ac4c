import type { Severity } from "../../diagnostics/code-entry.ts";
import type { SourcePosition } from "../../diagnostics/diagnostic.ts";
import { version } from "../version.ts";
import { fileUri } from "./file-uri.ts";
import { printHarmlessJson } from "./print-harmless-json.ts";
import { fromWorkspace } from "./way-from-workspace.ts";

/** A kind of result. */
export interface SarifRule {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity;
}

export interface SarifResult {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Undefined for what has no place in a file. */
  readonly place: SarifPlace | undefined;
  readonly related?: readonly (SarifPlace & { readonly message: string })[];
}

export interface SarifPlace {
  readonly file: string;
  /** The file's first line unless given: GitHub wants one. */
  readonly start?: SourcePosition;
  readonly end?: SourcePosition;
  /** A path in the document. */
  readonly name?: string;
}

/**
 * One SARIF 2.1.0 log with one run, also where there is nothing to tell. Of the rules those stand in it that occur.
 * See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifLog(
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
  way = "",
): string {
  const occurring = new Set(results.map(({ ruleId }) => ruleId));
  const listed = rules.filter(({ id }) => occurring.has(id));
  const indexes = new Map(listed.map(({ id }, index) => [id, index]));
  return printHarmlessJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "raycluster", version, rules: listed.map(printedRule) } },
        columnKind: "utf16CodeUnits",
        results: results.map((result) => printedResult(result, indexes.get(result.ruleId), way)),
      },
    ],
  });
}

function printedRule({ id, summary, severity }: SarifRule) {
  return {
    id,
    shortDescription: { text: summary },
    defaultConfiguration: { level: severity },
  };
}

function printedResult(
  { ruleId, severity, message, place, related = [] }: SarifResult,
  ruleIndex: number | undefined,
  way: string,
) {
  const relatedLocations = related.map((other) => ({
    ...location(other, way),
    message: messageOf(other.message),
  }));
  return {
    ruleId,
    ruleIndex,
    level: severity,
    message: messageOf(message),
    locations: place === undefined ? [] : [location(place, way)],
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
  };
}

/**
 * A plain text message. Braces stand for arguments unless they are doubled (3.11.5), and `[text](target)` is a link (3.11.6):
 * text from the input can be neither.
 */
function messageOf(text: string) {
  return { text: text.replace(/[{}]/g, "$&$&").replaceAll("](", "] (") };
}

function location({ file, start, end, name }: SarifPlace, way: string) {
  const region =
    start === undefined || end === undefined
      ? { region: { startLine: 1 } }
      : {
          region: {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
          },
        };
  return {
    physicalLocation: { artifactLocation: { uri: fileUri(fromWorkspace(file, way)) }, ...region },
    ...(name === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: name }] }),
  };
}
