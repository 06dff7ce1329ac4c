import type { Table } from "./build-table.ts";

const HEADING =
  "// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.";

/** The modules of the table: path below src/api/table -> text. */
export function printTable({ kinds, files }: Table): ReadonlyMap<string, string> {
  const modules = [...files].map(
    ([file, types]) => [`${file}.ts`, printModule(constantName(file), types)] as const,
  );
  return new Map([["table.ts", printIndex(kinds, [...files.keys()])], ...modules]);
}

function printModule(name: string, types: ReadonlyMap<string, readonly string[]>): string {
  const entries = [...types].map(([type, rows]) => `  ${type}: ${literal(rows)},`);
  return [
    HEADING,
    `export const ${name}: Readonly<Record<string, string>> = Object.freeze({`,
    ...entries,
    "});",
    "",
  ].join("\n");
}

function printIndex(kinds: readonly string[], files: readonly string[]): string {
  const sorted = [...files].sort();
  return [
    HEADING,
    ...sorted.map((file) => `import { ${constantName(file)} } from "./${file}.ts";`),
    "",
    "/** The kinds, and the API versions and releases that serve them. */",
    `export const kindRows = ${literal(kinds)};`,
    "",
    "/** The rows of every object type. */",
    "export const typeRows: Readonly<Record<string, string>> = Object.freeze({",
    ...files.map((file) => `  ...${constantName(file)},`),
    "});",
    "",
  ].join("\n");
}

/** One row a line; a backslash stands for itself. */
function literal(rows: readonly string[]): string {
  const text = rows.join("\n");
  return text.includes("\\") ? `String.raw\`\n${text}\`` : `\`\n${text}\``;
}

function constantName(file: string): string {
  return `${file.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Types`;
}
