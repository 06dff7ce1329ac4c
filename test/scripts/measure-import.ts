// npm run measure-import: how much of the corpus of real manifests comes back, and how short it gets.
// Reads ../shared/corpus and ../shared/reference; says aloud that it skips where they are not there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { importManifest } from "../../src/import/import-manifest.ts";
import { printCompactYaml } from "../../src/yaml/print.ts";
import { readYamlDocuments } from "../../src/yaml/read-yaml-documents.ts";

const CORPUS = "../shared/corpus";
const OBSERVED = "../shared/reference/observed/corpus-v1.7.0.json";

interface Figure {
  readonly file: string;
  readonly isMade: boolean;
  readonly same: boolean;
  readonly share: number;
  readonly why: readonly string[];
}

if (!existsSync(CORPUS) || !existsSync(OBSERVED)) {
  console.warn(`SKIPPED: ${CORPUS} and ${OBSERVED} are not there, so nothing is measured.`);
} else {
  const wanted = process.argv.find((argument) => argument.startsWith("--kind="))?.slice(7);
  for (const kind of ["RayCluster", "RayJob", "RayService"]) {
    if (wanted === undefined || wanted === kind) report(kind, measure(kind));
  }
}

function measure(kind: string): readonly Figure[] {
  const observed: readonly { file: string; verdict: string }[] = JSON.parse(
    readFileSync(OBSERVED, "utf8"),
  );
  const made = new Set(
    observed.filter(({ verdict }) => verdict === "pods-made").map(({ file }) => file),
  );
  const files = readdirSync(CORPUS).filter((file) => file.endsWith(`-${kind.toLowerCase()}.yaml`));
  return files.flatMap((file): readonly Figure[] => {
    const text = readFileSync(`${CORPUS}/${file}`, "utf8");
    const sources = readYamlDocuments({ file, text }, "request", { dialect: "manifest" });
    return sources.flatMap(({ data }): readonly Figure[] => {
      const result = importManifest(data);
      const isMade = made.has(file);
      if (!result.ok)
        return [
          {
            file,
            isMade,
            same: false,
            share: 1,
            why: result.diagnostics.map(({ message }) => message),
          },
        ];
      const why = [
        ...result.changes.map(
          ({ path, before, after }) =>
            `${path}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`,
        ),
        ...result.diagnostics
          .filter(({ severity }) => severity === "error")
          .map(({ pointer, message }) => `${pointer}: ${message}`),
      ];
      const share = linesOf(printCompactYaml(result.request)) / (linesOf(text) / sources.length);
      if (process.argv.includes(file)) {
        console.log(printCompactYaml(result.request), "---\n", printCompactYaml(result.settings));
        console.log(
          result.notes,
          result.diagnostics.map(({ pointer, message }) => `${pointer}: ${message}`),
        );
      }
      return [{ file, isMade, same: result.same, share, why }];
    });
  });
}

function report(kind: string, figures: readonly Figure[]): void {
  for (const { file, isMade, same, share, why } of figures) {
    if (process.argv.includes("--all") || !same)
      console.log(
        `${same ? "same " : "DIFFERS"} ${isMade ? "made" : "not made"} ${percent(share)} ${file}`,
      );
    if (!same) for (const line of why.slice(0, 12)) console.log(`    ${line.slice(0, 220)}`);
  }
  const made = figures.filter(({ isMade }) => isMade);
  const users = figures.filter(({ file }) => file.startsWith("user-"));
  console.log(`${kind}s: ${figures.length}, of the same meaning: ${count(figures)}`);
  console.log(`that operators made pods of: ${made.length}, of the same meaning: ${count(made)}`);
  console.log(`users': ${users.length}, of the same meaning: ${count(users)}`);
  console.log(
    `lines of the request by those of the manifest, users' median: ${percent(median(users))}, all: ${percent(median(figures))}`,
  );
}

function count(figures: readonly Figure[]): number {
  return figures.filter(({ same }) => same).length;
}

function median(figures: readonly Figure[]): number {
  const shares = figures.map(({ share }) => share).sort((left, right) => left - right);
  return shares[Math.floor(shares.length / 2)] ?? 1;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function linesOf(text: string): number {
  return text.trimEnd().split("\n").length;
}
