import { showText } from "../diagnostics/show.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { Api } from "./api.ts";
import type { Release } from "./release.ts";
import { compareReleases, formatRelease } from "./release.ts";
import { typesAt } from "./resolve-types.ts";
import type { ApiVersionName } from "./span.ts";
import { isWithin, spanOf } from "./span.ts";
import { kindRows } from "./table/table.ts";

export interface ApiTarget {
  readonly kind: string;
  /** As a manifest has it: `ray.io/v1`. */
  readonly apiVersion: string;
  readonly kuberayVersion: Release;
}

export type ApiAnswer =
  | { readonly ok: true; readonly api: Api }
  /** Which of the two fields is to blame, and why, as full sentences. */
  | {
      readonly ok: false;
      readonly field: "kind" | "apiVersion";
      readonly message: string;
      readonly hint: string;
    };

/**
 * The API that a release of KubeRay serves for a kind, or why it serves none. A release that is newer than the newest of
 * the table is taken for that one. The answer is cheap: types are read when they are asked for.
 */
export function apiFor({ kind, apiVersion, kuberayVersion }: ApiTarget): ApiAnswer {
  const row = kindSpans().find(([name]) => name === kind);
  if (row === undefined) return unknownKind(kind);
  const version = VERSIONS.find((name) => `${GROUP}/${name}` === apiVersion);
  const span = version === undefined ? undefined : spanOf(row[1], version);
  if (version === undefined || span === undefined) return unknownVersion(kind, apiVersion, row[1]);
  const { from } = span;
  if (from !== undefined && compareReleases(kuberayVersion, from) < 0) {
    return notYetServed(kind, apiVersion, kuberayVersion, from, row[1]);
  }
  const typeNamed = typesAt(version, kuberayVersion);
  const root = typeNamed(kind);
  if (root === undefined) return unknownKind(kind);
  return {
    ok: true,
    api: { kind, apiVersion: version, release: kuberayVersion, root, typeNamed },
  };
}

/** The kinds that the table knows. */
export function apiKinds(): readonly string[] {
  return kindSpans().map(([kind]) => kind);
}

const GROUP = "ray.io";
const VERSIONS: readonly ApiVersionName[] = Object.freeze(["v1", "v1alpha1"]);

function kindSpans(): readonly (readonly [kind: string, span: string])[] {
  return kindRows
    .trim()
    .split("\n")
    .map((line) => {
      const [kind = "", span = ""] = line.split(" @");
      return [kind, span];
    });
}

function unknownKind(kind: string): ApiAnswer {
  const kinds = apiKinds();
  return {
    ok: false,
    field: "kind",
    message: `KubeRay has no kind ${showText(kind)}.`,
    hint: didYouMean(kind, kinds) ?? `The kinds are ${kinds.join(", ")}.`,
  };
}

function unknownVersion(kind: string, apiVersion: string, spans: string): ApiAnswer {
  return {
    ok: false,
    field: "apiVersion",
    message: `No release of KubeRay serves ${kind} as ${showText(apiVersion)}.`,
    hint: `Write ${VERSIONS.filter((name) => spanOf(spans, name) !== undefined)
      .map((name) => `${GROUP}/${name}`)
      .join(" or ")}.`,
  };
}

function notYetServed(
  kind: string,
  apiVersion: string,
  release: Release,
  from: Release,
  spans: string,
): ApiAnswer {
  const other = VERSIONS.find((name) => isWithin(spans, name, release));
  const since = formatRelease(from);
  return {
    ok: false,
    field: other === undefined ? "kind" : "apiVersion",
    message: `KubeRay ${formatRelease(release)} does not serve ${kind} as ${apiVersion}, which came with ${since}.`,
    hint: other === undefined ? `Use KubeRay ${since} or newer.` : `Write ${GROUP}/${other}.`,
  };
}
