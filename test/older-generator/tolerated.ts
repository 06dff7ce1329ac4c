import type { Version } from "../../src/kuberay/version.ts";
import { isAtLeast } from "../../src/kuberay/version.ts";
import { parseQuantity } from "../../src/quantity/parse-quantity.ts";
import type { Difference } from "./differences.ts";

/** A difference that is meant. */
export interface ToleratedDifference {
  /** The heading in docs/differences.md that gives the reason. */
  readonly heading: string;
  readonly path: RegExp;
  /** Whether this one is it: what stood there, what stands there now, and for which cluster. */
  readonly accepts: (difference: Difference, cluster: ComparedCluster) => boolean;
}

/** What the reasons depend on. */
export interface ComparedCluster {
  readonly kuberay: Version;
  /** Whether any group can scale. */
  readonly scales: boolean;
}

const pod = String.raw`^spec\.(?:headGroupSpec|workerGroupSpecs\[worker-group-\d+\])`;

/** Every difference that is meant, in the order of docs/differences.md; any other fails the test. */
export const toleratedDifferences = Object.freeze([
  {
    heading: "`ray.io/v1` where it is served",
    path: /^apiVersion$/,
    accepts: (difference, { kuberay }) =>
      isChange(difference, "ray.io/v1alpha1", "ray.io/v1") && isAtLeast(kuberay, 1, 0),
  },
  {
    heading: "No label that speaks of a code generator",
    path: /^metadata\.labels\.controller-tools\.k8s\.io$/,
    accepts: isGone,
  },
  {
    heading: "What is empty or off is left out",
    path: new RegExp(`^spec\\.workerGroupSpecs$|${pod}\\.template\\.`),
    accepts: (difference) => isChange(difference, "{}") || isChange(difference, "[]"),
  },
  {
    heading: "What is empty or off is left out",
    path: /^spec\.enableInTreeAutoscaling$/,
    accepts: (difference, { scales }) => isChange(difference, false) && !scales,
  },
  {
    heading: "No autoscaler options while autoscaling is off",
    path: /^spec\.autoscalerOptions\./,
    accepts: (difference, { scales }) => isGone(difference) && !scales,
  },
  {
    heading: "The service account is named once",
    path: new RegExp(`${pod}\\.template\\.spec\\.serviceAccount$`),
    accepts: isGone,
  },
  {
    heading: "The head's ports: all of them, as KubeRay names them",
    path: /\.containers\[0\]\.ports\[6379\]\.name$/,
    accepts: (difference) => isChange(difference, "gcs", "gcs-server"),
  },
  {
    heading: "The head's ports: all of them, as KubeRay names them",
    path: /\.containers\[0\]\.ports\[(?:\d+)\]\.protocol$/,
    accepts: (difference) => isChange(difference, undefined, "TCP"),
  },
  {
    heading: "The head's ports: all of them, as KubeRay names them",
    path: /\.containers\[0\]\.ports\[8000\]\./,
    accepts: ({ theirs, ours }) => theirs === undefined && (ours === "serve" || ours === 8000),
  },
  {
    heading: "A container that waits for the head, for KubeRay 0.4 alone",
    path: /\.template\.spec\.initContainers\[0\]\./,
    accepts: (difference, { kuberay }) => isGone(difference) && isAtLeast(kuberay, 0, 5),
  },
  {
    heading: "A container that waits for the head, for KubeRay 0.4 alone",
    path: /\.template\.spec\.initContainers\[0\]\.(?:name|command\[2\])$/,
    accepts: ({ theirs, ours }) => theirs !== undefined && ours !== undefined,
  },
  {
    heading: "`replicas` belongs to the autoscaler where there is one",
    path: /^spec\.workerGroupSpecs\[worker-group-\d+\]\.replicas$/,
    accepts: (difference, { kuberay, scales }) =>
      isGone(difference) && scales && isAtLeast(kuberay, 1, 0),
  },
  {
    heading: "Fields that KubeRay sets itself are left to it",
    path: new RegExp(`^spec\\.headGroupSpec\\.serviceType$|${pod}\\.rayStartParams\\.block$`),
    accepts: (difference, { kuberay }) => isGone(difference) && isAtLeast(kuberay, 0, 5),
  },
  {
    heading: "Fields that KubeRay sets itself are left to it",
    path: /^spec\.headGroupSpec\.rayStartParams\.dashboard-host$/,
    accepts: (difference, { kuberay }) => isGone(difference) && isAtLeast(kuberay, 1, 0),
  },
  {
    heading: "Fields that KubeRay sets itself are left to it",
    path: new RegExp(`${pod}\\.rayStartParams$`),
    accepts: (difference, { kuberay }) =>
      isChange(difference, undefined, "{}") && isAtLeast(kuberay, 0, 5),
  },
  {
    heading: "`num-gpus` says what Ray cannot tell",
    path: new RegExp(`${pod}\\.rayStartParams\\.num-gpus$`),
    accepts: ({ theirs, ours }) => theirs === undefined && /^\d+$/.test(String(ours)),
  },
  {
    heading: "Decimals are read as written, and quantities are canonical",
    path: /\.resources\.(?:limits|requests)\.(?:cpu|memory)$/,
    accepts: isOneUnitMore,
  },
] satisfies readonly ToleratedDifference[]);

function isGone({ theirs, ours }: Difference): boolean {
  return theirs !== undefined && ours === undefined;
}

/** Whether just this became just that; gone unless said. */
function isChange(
  { theirs, ours }: Difference,
  from: Difference["theirs"],
  to?: Difference["ours"],
): boolean {
  return theirs === from && ours === to;
}

/** By 1m of CPU or 1Mi of memory, which truncation of a double had lost. */
function isOneUnitMore({ path, theirs, ours }: Difference): boolean {
  const left = parseQuantity(String(theirs));
  const right = parseQuantity(String(ours));
  if (left === undefined || right === undefined) return false;
  const unit = path.endsWith(".cpu") ? 1_000_000n : 1_048_576_000_000_000n;
  return right.nanos - left.nanos === unit;
}
