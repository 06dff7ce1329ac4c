import { ownField, ownList } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import {
  isSoughtPortName,
  metricsPort,
  namesUnnamedPorts,
  servesMetrics,
} from "../../kuberay/ports.ts";
import type { Version } from "../../kuberay/version.ts";
import type { GroupSpecView } from "../../kuberay/views/cluster-spec-view.ts";
import type { Difference } from "./comparison.ts";
import type { SpellingCause } from "./manifest-diff.ts";

/** A container on both sides. */
export interface ContainerPair {
  readonly before: ContainerSide;
  readonly after: ContainerSide;
  /** Whether it is the one that runs Ray. */
  readonly isRays: boolean;
  readonly kuberay: Version;
}

interface ContainerSide {
  readonly container: PlainData | undefined;
  readonly group: GroupSpecView;
}

/** Why a difference of a port, or of a field of it, means nothing; undefined where it means something. */
export function portCause(
  difference: Difference,
  field: Path,
  pair: ContainerPair,
): SpellingCause | undefined {
  if (field.length === 0) return isMetricsPort(difference, pair) ? "operator-default" : undefined;
  const isName = field.length === 1 && field[0] === "name";
  return isName && isOnlyName(difference, pair) ? "port-name" : undefined;
}

/** The port that KubeRay adds anyway. The head's ports are the Service's only where there is another one. */
function isMetricsPort({ before, after }: Difference, pair: ContainerPair): boolean {
  const port = before ?? after;
  const without = before === undefined ? pair.before : pair.after;
  return (
    pair.isRays &&
    (before === undefined || after === undefined) &&
    ownField(port, "containerPort") === metricsPort.containerPort &&
    ownField(port, "name") === metricsPort.name &&
    ownField(port, "hostPort") === undefined &&
    (pair.before.group.role === "worker" ||
      (ownList(without.container, "ports").length > 0 && servesMetrics(pair.kuberay)))
  );
}

/** Whether nothing goes by the name of the port: no probe, no Service of the manifest's own, and not KubeRay. */
function isOnlyName({ before, after }: Difference, pair: ContainerPair): boolean {
  const names = [before, after].filter((name) => name !== undefined);
  const areNamed = names.length === 2 || namesUnnamedPorts(pair.kuberay);
  const readers = [pair.before, pair.after].flatMap(({ container, group }) => [
    ...probeFields.map((key) => ownField(container, key)),
    ownField(group.data, "headService"),
  ]);
  const text = JSON.stringify(readers);
  return (
    areNamed &&
    names.every(
      (name) =>
        typeof name === "string" &&
        !isSoughtPortName(name) &&
        // `port` of a probe and `targetPort` of a Service.
        !text.includes(`ort":${JSON.stringify(name)}`),
    )
  );
}

const probeFields = Object.freeze(["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"]);
