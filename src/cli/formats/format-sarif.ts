import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import { diagnosticCodes } from "../../diagnostics/codes.ts";
import type { Diagnostic, SourceRange } from "../../diagnostics/diagnostic.ts";
import { formatPath } from "../../diagnostics/path.ts";
import { STANDARD_INPUT_NAME } from "../io/read-text.ts";
import { version } from "../version.ts";
import { fileUri } from "./file-uri.ts";
import { printMessageJson } from "./print-message-json.ts";

/**
 * One SARIF 2.1.0 log with one run, also where there is nothing to tell. Rules are the codes that occur.
 * See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(diagnostics: readonly Diagnostic[]): string {
  const occurring = new Set(diagnostics.map(({ code }) => code));
  const rules = codesInOrder().filter((code) => occurring.has(code));
  return printMessageJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "raycluster", version, rules: rules.map(rule) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => result(diagnostic, rules)),
      },
    ],
  });
}

function codesInOrder(): readonly DiagnosticCode[] {
  const isCode = (name: string): name is DiagnosticCode => Object.hasOwn(diagnosticCodes, name);
  return Object.keys(diagnosticCodes).filter(isCode);
}

function rule(code: DiagnosticCode) {
  const { severity, summary } = diagnosticCodes[code];
  return {
    id: code,
    shortDescription: { text: summary },
    defaultConfiguration: { level: severity },
  };
}

function result(diagnostic: Diagnostic, rules: readonly DiagnosticCode[]) {
  const { code, severity, message, hint, path, range, related = [] } = diagnostic;
  const relatedLocations = related.flatMap((place) =>
    physicalLocation(place.range).map((location) => ({
      ...location,
      message: messageOf(place.message),
    })),
  );
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: severity,
    message: messageOf(hint === undefined ? message : `${message} ${hint}`),
    locations: physicalLocation(range).map((location) => ({
      ...location,
      logicalLocations: [{ fullyQualifiedName: formatPath(path) }],
    })),
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
  };
}

/** Viewers take `[text](target)` for a link, and text from the input must not become one. */
function messageOf(text: string) {
  return { text: text.replaceAll("](", "] (") };
}

/** One location, or none for what has no place in a file. */
function physicalLocation(range: SourceRange | undefined) {
  if (range === undefined || range.file === STANDARD_INPUT_NAME) return [];
  const { file, start, end } = range;
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return [{ physicalLocation: { artifactLocation: { uri: fileUri(file) }, region } }];
}
