import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diffManifests } from "../../src/diff/compare/diff-manifests.ts";
import type { ManifestDiff } from "../../src/diff/compare/manifest-diff.ts";
import { renderDiffHtml } from "../../src/diff/report/render-html.ts";
import { renderDiffJson } from "../../src/diff/report/render-json.ts";
import { renderDiffMarkdown } from "../../src/diff/report/render-markdown.ts";
import { renderDiffText } from "../../src/diff/report/render-text.ts";
import { readYaml } from "../../src/yaml/read.ts";
import type { Golden } from "./goldens.ts";

const FOLDER = join("fixtures", "diff");

/** Cases whose page is golden, too: what every page has stands in each of them. */
const PAGES: readonly string[] = ["group-added", "hostile-text", "image-changed"];

/**
 * Every difference in every format. A case is a folder with old.yaml and new.yaml, either of which may be missing, and
 * perhaps options.yaml.
 */
export function diffGoldens(): readonly Golden[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((name) => {
      const diff = () => diffOf(join(FOLDER, name));
      return [
        { file: `diff/${name}.txt`, print: () => renderDiffText(diff()) },
        { file: `diff/${name}.md`, print: () => renderDiffMarkdown([diff()]) },
        { file: `diff/${name}.json`, print: () => renderDiffJson([diff()]) },
        ...(PAGES.includes(name)
          ? [{ file: `diff/${name}.html`, print: () => renderDiffHtml([diff()]) }]
          : []),
      ];
    });
}

function diffOf(folder: string): ManifestDiff {
  const [old, current, options] = ["old.yaml", "new.yaml", "options.yaml"].map((file) =>
    readData(join(folder, file)),
  );
  return diffManifests(old, current, Object(options));
}

function readData(file: string): unknown {
  if (!existsSync(file)) return undefined;
  const source = readYaml({ file, text: readFileSync(file, "utf8") }, "request");
  const [finding] = source.findings;
  if (finding !== undefined) throw new Error(`${file}: ${finding.message}`);
  return source.data ?? undefined;
}
