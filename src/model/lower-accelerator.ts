import type { Path } from "../diagnostics/path.ts";
import { resourceKind } from "../ray/accelerators.ts";
import type { NodeAccelerator, RayOffer } from "./cluster.ts";
import type { Loose } from "./loose.ts";
import type { RayNodeConfig } from "./request/node-config.ts";
import type { AcceleratorSettings } from "./settings/accelerator-settings.ts";
import type { Placement, ResolvedSettings } from "./settings/settings.ts";
import type { Toleration } from "./settings/toleration.ts";

/** The accelerator that a node asks for. */
export function lowerAccelerator(
  { accelerator: name, accelerator_count: count }: Loose<RayNodeConfig>,
  path: Path,
  known: ResolvedSettings["ray"]["accelerators"],
): NodeAccelerator | undefined {
  if (name === null || name === undefined) return undefined;
  const settings = Object.hasOwn(known, name) ? known[name] : undefined;
  const asked = count ?? 1;
  return {
    name,
    count: asked,
    countPath: [...path, count == null ? "accelerator" : "accelerator_count"],
    settings,
    settingsPath: ["ray", "accelerators", name],
    resource: settings?.resource ?? undefined,
    ray: settings === undefined ? undefined : rayOffer(settings, asked),
    extraResources: settings?.extra_resources ?? NO_RESOURCES,
  };
}

const NO_RESOURCES: Readonly<Record<string, number>> = Object.freeze({});

/** What the settings say, else what Ray's own accelerator managers call the resource. */
function rayOffer(
  { resource, ray_resource: own }: Loose<AcceleratorSettings>,
  count: number,
): RayOffer | undefined {
  const name = typeof own === "string" ? own : (own?.name ?? resourceKind(resource ?? "")?.rayName);
  if (name === undefined) return undefined;
  const perDevice = typeof own === "string" ? 1 : (own?.per_device ?? 1);
  return { name, amount: count * perDevice };
}

/**
 * How a node's pods are placed and marked: as pods with GPUs where it asks for GPUs, by number or by an accelerator that
 * Ray calls GPU, else as pods without; and what the accelerator says over that.
 */
export function placementOf(
  gpuCount: number,
  accelerator: NodeAccelerator | undefined,
  { gpu, nonGpu }: ResolvedSettings["ray"],
): Placement {
  const general = gpuCount > 0 || accelerator?.ray?.name === "GPU" ? gpu : nonGpu;
  const own = accelerator?.settings;
  if (accelerator === undefined || own === undefined) return general;
  const { settingsPath } = accelerator;
  const added = (own.tolerations ?? []).map((toleration, index) => ({
    toleration,
    path: [...settingsPath, "tolerations", index],
  }));
  const kept = added.filter(
    ({ toleration }) => !general.tolerations.some((other) => isSame(other, toleration)),
  );
  const generalPath = ["ray", `${general.keyPrefix}_tolerations`];
  return {
    keyPrefix: general.keyPrefix,
    nodeSelector: { ...general.nodeSelector, ...own.node_selector },
    tolerations: [...general.tolerations, ...kept.map(({ toleration }) => toleration)],
    tolerationPaths: [
      ...general.tolerations.map((_, index) => [...generalPath, index]),
      ...kept.map(({ path }) => path),
    ],
    labels: { ...general.labels, ...own.labels },
    annotations: { ...general.annotations, ...own.annotations },
  };
}

function isSame(left: Loose<Toleration>, right: Loose<Toleration>): boolean {
  return FIELDS.every((field) => (left[field] ?? undefined) === (right[field] ?? undefined));
}

const FIELDS = Object.freeze(["key", "operator", "value", "effect", "tolerationSeconds"] as const);
