import { formatPath } from "../../src/diagnostics/path.ts";
import { clusterLawRows } from "../kuberay/laws/cluster-law-rows.ts";
import { judgeRow } from "../kuberay/laws/judge.ts";
import type { LawRow } from "../kuberay/laws/law-row.ts";
import { ownerLawRows } from "../kuberay/laws/owner-law-rows.ts";
import { warningLawRows } from "../kuberay/laws/warning-law-rows.ts";
import type { Golden } from "./goldens.ts";

const rows: readonly LawRow[] = [...clusterLawRows, ...ownerLawRows, ...warningLawRows];

/** All that each law says of the manifests in its rows, once each. */
export function lawGoldens(): readonly Golden[] {
  return [...new Set(rows.map(([code]) => code))].map((code) => ({
    file: `laws/${code}.txt`,
    print: () => sayings(code),
  }));
}

function sayings(law: string): string {
  const said = rows
    .filter(([code]) => code === law)
    .flatMap(([, manifest, found]) =>
      Object.keys(found).flatMap((target) => {
        const [release = "", gates] = target.split(" ");
        return judgeRow(manifest, release, gates).filter(({ code }) => code === law);
      }),
    )
    .map(({ severity, path, target = "value", message, hint = "(no hint)", related }) =>
      [
        `${severity} at the ${target} of ${formatPath(path)}`,
        message,
        hint,
        ...(related ?? []).map((place) => `${formatPath(place.path)}: ${place.message}`),
      ].join("\n  "),
    );
  return `${[...new Set(said)].join("\n\n")}\n`;
}
