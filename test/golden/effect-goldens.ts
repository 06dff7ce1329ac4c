import type { DiffOptions } from "../../src/diff/compare/diff-manifests.ts";
import { clusterEffectRows } from "../diff/cluster-effect-rows.ts";
import { briefly, comparedRow } from "../diff/compared.ts";
import type { ClusterEffectRow, ComparedRow, EffectRow } from "../diff/effect-row.ts";
import type { Boundary } from "../diff/expect-boundary.ts";
import { filledInBoundaries, filledInRows } from "../diff/filled-in-rows.ts";
import { jobEffectBoundaries, jobEffectRows } from "../diff/job-effect-rows.ts";
import { sameMeaningRows } from "../diff/same-meaning-rows.ts";
import { serviceEffectBoundaries, serviceEffectRows } from "../diff/service-effect-rows.ts";
import {
  clusterEffectBoundaries,
  gatedEffectRows,
  newestEffectRows,
} from "../kuberay/effects/release-effect-rows.ts";
import type { Golden } from "./goldens.ts";

/** Why each change in the tables of effects does what it does. */
export function effectGoldens(): readonly Golden[] {
  return [
    golden("cluster", clusterEffectRows),
    golden("newest", newestEffectRows),
    golden("same-meaning", sameMeaningRows),
    golden("filled-in", filledInRows),
    golden("gated", gatedEffectRows, { featureGates: "AllAlpha=true" }),
    golden("job", jobEffectRows, { featureGates: "RayCronJob=true" }),
    golden("service", serviceEffectRows),
    boundaries("cluster-releases", clusterEffectBoundaries),
    boundaries("filled-in-releases", filledInBoundaries),
    boundaries("job-releases", jobEffectBoundaries),
    boundaries("service-releases", serviceEffectBoundaries),
  ];
}

function golden(
  name: string,
  rows: readonly (EffectRow | ClusterEffectRow | ComparedRow)[],
  options?: DiffOptions,
): Golden {
  return { file: `effects/${name}.txt`, print: () => paragraphs(rows, [options]) };
}

function boundaries(name: string, rows: readonly Boundary[]): Golden {
  return {
    file: `effects/${name}.txt`,
    print: () =>
      rows
        .map((row) => {
          const [, , , [older], [newer]] = row;
          return paragraphs([row], [{ kuberayVersion: older }, { kuberayVersion: newer }]);
        })
        .join("\n"),
  };
}

/** Each change, and below it what comes of it under each of the options. */
function paragraphs(
  rows: readonly (readonly [name: string, before: unknown, after: unknown, ...unknown[]])[],
  options: readonly (DiffOptions | undefined)[],
): string {
  return rows
    .map(([name, before, after]) =>
      [name, ...options.flatMap((each) => linesOf(before, after, each))].join("\n"),
    )
    .join("\n\n")
    .concat("\n");
}

function linesOf(before: unknown, after: unknown, options?: DiffOptions): readonly string[] {
  const diff = comparedRow(before, after, options);
  const told = briefly(diff).map((text, index) => `  ${text}: ${diff.changes[index]?.reason}`);
  const spelt = diff.spelling.map(
    ({ path, cause, effect, reason }) => `  = ${path} ${effect}: ${cause}. ${reason}`,
  );
  const release = options?.kuberayVersion;
  const refused = [...diff.refusals, ...diff.pod_refusals, ...diff.dropped].map(
    ({ code, path }) => `  ! ${path} ${code}`,
  );
  return [
    ...(release === undefined ? [] : [`  KubeRay ${release}`]),
    ...told,
    ...spelt,
    ...refused,
  ];
}
