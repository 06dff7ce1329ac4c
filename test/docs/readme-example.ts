import { compile } from "../../src/compile.ts";
import { renderDiagnostics } from "../../src/diagnostics/render.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { codeBlocks } from "./command-lines.ts";

const FILE = "train.yaml";

/** What the README's first request becomes, shortened to what users look for, and what a mistake in it gives. */
export function readmeExample(readme: string): string {
  const [request = ""] = codeBlocks(readme, "yaml");
  const result = compile({ file: FILE, text: request });
  if (!result.ok || result.diagnostics.length > 0)
    throw new Error("The README's request is not sound.");
  const text = request.replace(/memory_gb: \d+/, "$&Gi");
  const mistaken = compile({ file: FILE, text });
  if (mistaken.ok) throw new Error("The README's mistake is none.");
  return [
    "That prints the manifest, here without its pod templates:",
    fenced("yaml", withoutPods(printYaml(result.manifest))),
    "With `64Gi` for `64` it prints what is wrong and what to do:",
    fenced("", renderDiagnostics(mistaken.diagnostics, { texts: new Map([[FILE, text]]) })),
  ].join("\n\n");
}

/** Without what is indented below a `template:`. */
function withoutPods(manifest: string): string {
  return manifest.replace(/^( +)template:\n(?:\1 .*\n)+/gm, "$1template: # ...\n");
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
