import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { findBreaches } from "../../kuberay/laws/find-breaches.ts";
import type { OperatorTarget } from "../../kuberay/laws/law.ts";
import { operatorLaws } from "../../kuberay/laws/registry.ts";
import { viewManifest } from "../../kuberay/views/manifest-view.ts";
import type { DiffPath } from "./diff-path.ts";
import { namePath } from "./name-path.ts";
import { rayCluster } from "./shapes/ray-cluster-shape.ts";

/** One law that a manifest breaks in one place, so that nothing of it takes effect. */
export interface FoundRefusal {
  readonly code: DiagnosticCode;
  readonly paths: readonly [DiffPath, ...DiffPath[]];
  readonly message: string;
}

/** What is refused in a RayCluster, as the API server stores it, under a target; in the order of the laws. */
export function findRefusals(data: PlainObject, target: OperatorTarget): readonly FoundRefusal[] {
  const view = viewManifest(data);
  if (view === undefined) return [];
  const named = (path: Path) => namePath(path, data, rayCluster);
  return findBreaches(view, target, operatorLaws)
    .filter(({ severity }) => severity === "error")
    .map(({ code, path, message, related = [] }) => ({
      code,
      paths: [named(path), ...related.map((place) => named(place.path))],
      message,
    }));
}
