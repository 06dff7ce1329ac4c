import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { expect, test } from "vitest";
import { CLI_PARTS, FLOORS, TOP_FILES } from "./rooms.ts";

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isDynamic: boolean;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));

const sources = new Map(files.map((file) => [file, readFileSync(join("src", file), "utf8")]));

const imports: readonly Import[] = [...sources].flatMap(([file, text]) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => ({
    file,
    target: match[1] ?? "",
    isDynamic: match[0].includes("("),
  })),
);

/** `model/cluster.ts` -> `model`; `diff` is two rooms; a file at the top of src is a room of its own. */
function roomOf(file: string): string {
  const folder = dirname(file);
  if (folder === ".") return file === "index.ts" ? "index" : "compile";
  const [room = "", part] = folder.split("/");
  return room === "diff" ? `${room}/${part}` : room;
}

function floorOf(file: string): number {
  return FLOORS.findIndex((rooms) => rooms.some(({ name }) => name === roomOf(file)));
}

function resolved({ file, target }: Import): string {
  return posix.join(dirname(file), target);
}

const relative = imports.filter(({ target }) => target.startsWith("."));

test("every file stands in a known room", () => {
  expect(files.filter((file) => floorOf(file) === -1)).toEqual([]);
});

test("nothing stands at the top of src but the way through and the public names", () => {
  expect(files.filter((file) => dirname(file) === ".").sort()).toEqual(TOP_FILES);
});

test("the command line has these parts and no others", () => {
  const folders = files
    .filter((file) => roomOf(file) === "cli")
    .map((file) => dirname(file).split("/")[1]);
  expect(new Set(folders)).toEqual(new Set([undefined, ...CLI_PARTS]));
});

/**
 * A release named in code: compared with, written out as a version, or told in a sentence. Comments may name releases, and
 * so may examples of a version, such as "2.9.3".
 */
const NAMED_RELEASE =
  /\b(?:since|until): "\d|\bisFrom\([^)]*"\d|\bRay v?\d+\.\d+|\bKubeRay v?\d+\.\d+|\b(?:before|since|until|from|than|version of) v?\d+\.\d{1,2}\b|\bisAtLeast\([^)]*\b\d|\b(?:major|minor): \d|\b(?:major|minor) (?:[<>]=?|[=!]==) \d/;

/**
 * Rooms whose data are releases; the texts of the pages of diagnostics; and what no release changes, read from any of them.
 */
const NAMES_RELEASES =
  /^(?:kuberay|ray|api\/table)\/|^api\/schema-type\.ts$|^diagnostics\/(?:compiler|manifest)-codes\.ts$/;

test("no release of KubeRay or Ray is named outside kuberay and ray", () => {
  const found = [...sources]
    .filter(([file]) => !NAMES_RELEASES.test(file))
    .flatMap(([file, text]) =>
      withoutComments(text)
        .split("\n")
        .filter((line) => NAMED_RELEASE.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

test.each([
  "if (isAtLeast(rayVersion, 2, 47)) return;",
  "const since = { major: 1, minor: 4 };",
  'return "KubeRay before 1.4 requires it.";',
  'hint: "Use an image with Ray 2.38 or newer."',
  "if (minor >= 4) return;",
  'if (isFrom(target, "1.4")) return;',
  'defineLaw({ code, since: "1.5" });',
])("the search for releases finds %j", (line) => {
  expect(NAMED_RELEASE.test(line)).toBe(true);
});

test("imports name files that are there", () => {
  expect(relative.filter((entry) => !sources.has(resolved(entry)))).toEqual([]);
});

test("imports never go upwards", () => {
  expect(relative.filter((entry) => floorOf(entry.file) < floorOf(resolved(entry)))).toEqual([]);
});

test("compiling never loads the API table, the laws of manifests or their codes", () => {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const target of loadedBy(file)) visit(posix.join(dirname(file), target));
  };
  visit("compile-documents.ts");
  visit("lean.ts");
  visit("cli/project/compile-targets.ts");
  expect(reached.size).toBeGreaterThan(100);
  // The grammars of names, which requests are held against too, stand in the room of the API.
  const ofManifests =
    /^(?:api\/(?!identifiers\/)|ray\/laws\/|validate\/|diagnostics\/(?:manifest-)?codes\.ts)/;
  expect([...reached].filter((file) => ofManifests.test(file))).toEqual([]);
});

/** What a file imports from the project when it is loaded: no types. */
function loadedBy(file: string): readonly string[] {
  const text = (sources.get(file) ?? "").replace(/^(?:import|export) type [^;]*;/gm, "");
  return [...text.matchAll(/from\s+"(\.[^"]+)"/g)].map(([, target]) => target ?? "");
}

test("rules and manifest never import each other", () => {
  const between = relative.filter((entry) => {
    const rooms = [roomOf(entry.file), roomOf(resolved(entry))];
    return rooms.includes("rules") && rooms.includes("manifest");
  });
  expect(between).toEqual([]);
});

test("there is no cycle of imports", () => {
  const edges = new Map<string, string[]>();
  for (const entry of relative) {
    edges.set(entry.file, [...(edges.get(entry.file) ?? []), resolved(entry)]);
  }
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) cycles.push([...trail, file].join(" -> "));
    if (finished.has(file) || trail.includes(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    finished.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test("outside cli there is no Node, environment, clock, locale, chance or console", () => {
  const impure =
    /from "node:|\bprocess\.|\bconsole\.|\bDate\b|\bIntl\b|toLocale|localeCompare|Math\.random|\brequire\(|\bglobalThis\b/;
  const found = [...sources]
    .filter(([file, text]) => roomOf(file) !== "cli" && impure.test(withoutComments(text)))
    .map(([file]) => file);
  expect(found).toEqual([]);
});

test("one file alone imports the yaml package, for builds to replace it", () => {
  const importing = imports.filter(({ target }) => target === "yaml").map(({ file }) => file);
  expect([...new Set(importing)]).toEqual(["yaml/yaml-package.ts"]);
});

test("outside cli no file keeps state of its own", () => {
  const found = [...sources]
    .filter(([file, text]) => roomOf(file) !== "cli" && /^(?:export )?(?:let|var)\b/m.test(text))
    .map(([file]) => file);
  expect(found).toEqual([]);
});

test("each law has a file of its own that bears its code", async () => {
  const { rules } = await import("../src/rules/registry.ts");
  const { operatorLaws } = await import("../src/kuberay/laws/registry.ts");
  const { rayLaws } = await import("../src/ray/laws/registry.ts");
  const named = [
    ...rules.map(({ code }) => `rules/${code}.ts`),
    ...operatorLaws.map(({ code }) => `kuberay/laws/${code}.ts`),
    ...rayLaws.map(({ code }) => `ray/laws/${code}.ts`),
  ];
  expect(named.filter((file) => !sources.has(file))).toEqual([]);
});

test("each law of pods has a file of its own that bears its code", async () => {
  const { podLaws } = await import("../src/validate/pod/registry.ts");
  const named = podLaws.map(({ code }) => `validate/pod/${code}.ts`);
  expect(named.filter((file) => !sources.has(file))).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}
