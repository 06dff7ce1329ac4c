import type { Source } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { layerDocuments } from "../layer-documents.ts";
import { readSettings } from "./read-settings.ts";

/**
 * Settings with others laid over them, the last on top: they merge as Helm merges values files, maps at every depth and lists
 * whole, and null goes back to the default. Each stands at the same path of what is given. Never throws.
 */
export function layerSettings(input: unknown, over: readonly unknown[], at: Path = []): Source {
  const base = readSettings(input, at);
  const layers = over.map((each) => readSettings(each, at));
  if (layers.length === 0) return base;
  const sources = [base, ...layers];
  const isFound = sources.some(({ findings }) => !findings.some(isNothingFound));
  const [first, ...others] = isFound ? sources.map(withoutNothingFound) : sources;
  const layered = layerDocuments(first ?? base, others);
  const otherKeys = new Set(sources.flatMap((source) => source.otherKeys ?? []));
  return { ...layered, otherKeys: [...otherKeys] };
}

/** A file may say nothing of Ray where another one does. */
function withoutNothingFound(source: Source): Source {
  return { ...source, findings: source.findings.filter((finding) => !isNothingFound(finding)) };
}

function isNothingFound({ code, path }: Source["findings"][number]): boolean {
  return code === "settings-not-found" && path.length === 0;
}
