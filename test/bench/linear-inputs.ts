import type { CommandLineIo } from "../../src/cli/io/io.ts";
import { objectsIn } from "../../src/cli/io/manifests-in-text.ts";
import { pairManifests } from "../../src/cli/io/pair-manifests.ts";
import { createFileFinder } from "../../src/cli/project/find-files.ts";
import { readProject } from "../../src/cli/project/read-project.ts";
import { compile } from "../../src/compile.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { report } from "../../src/diagnostics/report.ts";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import { renderDiffHtml } from "../../src/diff/report/render-html.ts";
import { renderDiffMarkdown } from "../../src/diff/report/render-markdown.ts";
import { renderDiffText } from "../../src/diff/report/render-text.ts";
import { unifiedDiff } from "../../src/diff/report/unified-diff.ts";
import { transformResourceList } from "../../src/krm/transform-resource-list.ts";
import { settingsFromHelmValues } from "../../src/model/settings/settings-from-helm-values.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { readYaml } from "../../src/yaml/read.ts";
import { readJson } from "../../src/yaml/read-json.ts";
import { readYamlDocuments } from "../../src/yaml/read-yaml-documents.ts";
import { request, settings } from "./documented-deployment.ts";

interface Input {
  readonly name: string;
  /** n, 2n and 4n, in whatever unit the name says. */
  readonly sizes: readonly number[];
  readonly prepare: (size: number) => () => unknown;
}

const CHARACTERS = [40_000, 80_000, 160_000];

/** A reader and a text that repeats a unit. */
function texts(
  reader: string,
  read: (text: string) => unknown,
  units: Readonly<Record<string, string>>,
): readonly Input[] {
  return Object.entries(units).map(([name, unit]) => ({
    name: `${reader}: ${name}`,
    sizes: CHARACTERS,
    prepare: (size) => {
      const text = unit.repeat(Math.ceil(size / unit.length));
      return () => read(text);
    },
  }));
}

const file = "f.yaml";
const manifest = compiled("train");
const manifestText = printYaml(manifest);

const hostile = Object.freeze({
  "blank lines": "\n",
  spaces: " ",
  "lines of spaces": "        \n",
  comments: "# c\n",
  "one key": "a: 1\n",
  "words that surprise": "- yes\n",
  "open brackets": "[",
  "closed brackets": "]",
  "open quotes": '"a\n',
  "apostrophes in quotes": "''",
  "backslashes in quotes": '\\"',
  tabs: "\t- a\n",
  "keys without colons": "a b\n",
  "indented deeper": "a: 1\n   b: 2\n",
  "document marks": "---\n",
  "anchors and aliases": "- &a b\n- *a\n",
  "pairs in brackets": "[a: b], ",
  "lines of a plain text": "a\n  ",
  "line breaks of Windows": "a: b\r\n",
  directives: "%A b\n",
});

const readers: readonly Input[] = [
  ...texts("request", (text) => read(text), hostile),
  ...texts("compile", (text) => compile({ file, text: `labels:\n${text}` }, settings), {
    labels: "  a: b\n",
    mistakes: "  : @\n",
  }),
  ...texts(
    "manifests",
    (text) => readYamlDocuments({ file, text }, "request", { dialect: "manifest" }),
    {
      ...hostile,
      "tiny documents": "---\na: 1\n",
      RayClusters: `---\n${manifestText}`,
      "broken documents": "---\na: [\n",
      "merge keys": "- &a {x: 1}\n- {<<: *a, y: 2}\n",
      "hidden line breaks": "- a\u2028b\n",
      "brackets without indentation": "- [\n1]\n",
      "tabs behind values": "- a\t# b\n",
      "comments without spaces": '- "a"# b\n',
      "escapes of JSON": '- "\\ud83d\\ude00"\n',
    },
  ),
  ...texts("manifests found", (text) => clusters(text), { RayClusters: `---\n${manifestText}` }),
  ...texts("validate", (text) => validateManifests({ file, text }), {
    RayClusters: `---\n${manifestText}`,
    "unknown fields": "---\napiVersion: ray.io/v1\nkind: RayCluster\nspec: {a: 1, b: 2, c: 3}\n",
    "other kinds": "---\napiVersion: v1\nkind: ConfigMap\n",
  }),
  ...texts("json", (text) => readJson({ file, text: `[${text}1]` }, "settings"), {
    numbers: "1, ",
    spaces: "   ",
    backslashes: '"\\\\", ',
    "open text": '"',
    objects: '{"a": 1}, ',
  }),
  ...texts("krm", (text) => krm(text), {
    requests: `- apiVersion: raycluster.dev/v1alpha1\n  kind: RayClusterRequest\n  metadata: {name: a}\n  spec: {request: {image: a}}\n`,
    others: "- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n",
    comments: "- a # b\n# c\n",
    spaces: "             ",
    "settings that nobody uses":
      "- {apiVersion: raycluster.dev/v1alpha1, kind: RayClusterSettings}\n",
  }),
  ...texts("project", (text) => readProject({ file, text: `targets:\n${text}` }), {
    // Not in ASCII: the reader of simple texts takes an eighth of the time, and gives up where there are too many targets.
    targets: "  - {name: ä, requests: [b], output_dir: c}\n",
    globs: "  - requests: ['**/**/a*b*c*']\n",
  }),
  ...texts("values", (text) => settingsFromHelmValues({ file, text: `ray:\n${text}` }), {
    keys: "  a: b\n",
    labels: "  gpu_labels: {a: yes}\n",
  }),
];

const manyGroups: Input = {
  name: "differ: worker groups",
  sizes: [100, 200, 400],
  prepare: (size) => {
    const [old, current] = [1, 2].map((replicas) => ({
      ...manifest,
      spec: { ...manifest.spec, workerGroupSpecs: groups(size, replicas) },
    }));
    return () => diffManifests(old, current);
  },
};

const longNames: Input = {
  name: "differ and reports: characters of a group's name",
  sizes: [65_000, 130_000, 260_000],
  prepare: (size) => {
    const [group] = groups(1, 1);
    const [old, current] = ["a", "b"].map((letter) => ({
      ...manifest,
      metadata: { ...manifest.metadata, annotations: { [letter]: letter.repeat(size) } },
      spec: {
        ...manifest.spec,
        workerGroupSpecs: [{ ...group, groupName: letter.repeat(size), replicas: 1_000 }],
      },
    }));
    return () => {
      const diff = diffManifests(old, current);
      return [renderDiffText(diff), renderDiffMarkdown([diff]), renderDiffHtml([diff])];
    };
  },
};

const pairs: Input = {
  name: "differ: clusters in one file",
  sizes: [100, 200, 400],
  prepare: (size) => {
    const found = Array.from({ length: size }, (_, index) => ({
      path: file,
      file,
      data: { ...manifest, metadata: { name: `a${index}` } },
    }));
    return () =>
      pairManifests(found, found).map(({ old, current, title }) =>
        renderDiffText(diffManifests(old, current, { title })),
      );
  },
};

const compileNames: Input = {
  name: "compile: characters of a name",
  sizes: [65_000, 130_000, 260_000],
  prepare: (size) => {
    const long = "a-".repeat(size / 2);
    const labels = { [long.slice(0, 900)]: long };
    return () => compile({ ...request, name: long, labels, image: long }, settings);
  },
};

const findings: Input = {
  name: "report: findings",
  sizes: [1_000, 2_000, 4_000],
  prepare: (size) => {
    const data = Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, 1]));
    const all = Object.keys(data).map((key) => ({
      code: "wrong-type" as const,
      document: "request" as const,
      path: [key],
      message: "No.",
    }));
    return () => report(all, [{ document: "request", data, findings: [] }]);
  },
};

const printers: readonly Input[] = [
  ...texts("print", (text) => printYaml({ a: text }), {
    lines: "a b\n",
    spaces: " ",
    quotes: '"',
    controls: "\u0001",
    "invisible characters": "\u200b",
    "blank lines": "\n",
  }),
  ...texts(
    "unified diff",
    (text) => unifiedDiff(text, `b\n${text}c\n`, { oldName: "a", newName: "b" }),
    {
      "equal lines": "a\n",
      "one line": "a",
    },
  ),
  ...texts("report on a text", (text) => reported(`${text}\n- @\n`), {
    "one line": "- a",
    lines: "- a\n",
    mistakes: "- @\n",
  }),
];

const globs: readonly Input[] = [
  {
    name: "glob: files below many folders",
    sizes: [1_000, 2_000, 4_000],
    prepare: (size) => {
      const io = folders(size);
      return () => createFileFinder("", io)("**/**/**/**/**/a/**/**/*b*.yaml");
    },
  },
  {
    name: "glob: ** and names between them",
    sizes: [50, 100, 200],
    prepare: (size) => {
      const io = folders(500);
      return () => createFileFinder("", io)(`${"**/a/".repeat(size)}*.yaml`);
    },
  },
];

export const inputs: readonly Input[] = Object.freeze([
  ...readers,
  manyGroups,
  longNames,
  pairs,
  compileNames,
  findings,
  ...printers,
  ...globs,
]);

function read(text: string): unknown {
  return readYaml({ file, text }, "request");
}

function reported(text: string): string {
  const source = readYaml({ file, text }, "request");
  return renderDiagnostics(report(source.findings, [source]), { texts: new Map([[file, text]]) });
}

function clusters(text: string): unknown {
  return objectsIn({ file, text });
}

function krm(items: string): unknown {
  const text = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items}`;
  return transformResourceList({ file, text }, undefined, {});
}

function compiled(name: string) {
  const result = compile({ ...request, name }, settings);
  if (!result.ok) throw new Error("The documented deployment does not compile.");
  if (result.manifest.kind !== "RayCluster") throw new Error("It is no RayCluster.");
  return result.manifest;
}

function groups(length: number, replicas: number) {
  const [group] = manifest.spec.workerGroupSpecs ?? [];
  return Array.from({ length }, (_, index) => ({ ...group, groupName: `g${index}`, replicas }));
}

/** Folders that each hold one, called a, with a file: a/a/a/ and so on, fifty deep, many times. */
function folders(size: number): CommandLineIo {
  const listFolder = (path: string) => {
    const depth = path === "" || path === "." ? 0 : path.split("/").length;
    const length = depth === 0 ? Math.ceil(size / 20) : depth < 20 ? 1 : 0;
    const below = Array.from({ length }, (_, index) => ({
      name: depth === 0 ? `f${index}` : "a",
      kind: "folder" as const,
      isLink: false,
    }));
    return Promise.resolve([...below, { name: "ab.yaml", kind: "file" as const, isLink: false }]);
  };
  const io: Partial<CommandLineIo> = { listFolder };
  return io as CommandLineIo;
}
