import { isObject, ownField, ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import type { AddedContainer, AddedMount } from "../../kuberay/pod-additions/added-container.ts";
import type { PodAdditions } from "../../kuberay/pod-additions/pod-additions.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt } from "./place.ts";

/** A container of the pod. Its place is that of the template's, or of autoscalerOptions, which has the same fields. */
export interface BuiltContainer extends Place {
  readonly name: string | undefined;
  readonly list: "containers" | "initContainers";
  readonly isOperators: boolean;
  /** The operator copies it from what is judged elsewhere. */
  readonly isCopy: boolean;
  readonly runsRay: boolean;
  /** An init container that keeps running beside the containers. */
  readonly isSidecar: boolean;
  readonly environment: readonly Place[];
  readonly ports: readonly BuiltPort[];
  readonly mounts: readonly BuiltMount[];
}

/** A port; `place` is undefined where the operator adds it. */
export interface BuiltPort {
  readonly name: string;
  readonly containerPort: number | undefined;
  readonly hostPort: number;
  readonly protocol: string;
  readonly hostIp: string;
  readonly place: Place | undefined;
}

/** A mount; `place` is undefined where the operator adds it. */
export interface BuiltMount {
  readonly name: string | undefined;
  readonly mountPath: string | undefined;
  readonly place: Place | undefined;
}

/** `The container "ray-worker"`. */
export function containerTitle({ name, isOperators }: BuiltContainer): string {
  if (isOperators) return `The container ${showText(name ?? "")} that KubeRay adds`;
  return name === undefined ? "The container" : `The container ${showText(name)}`;
}

export function templateContainer(
  place: Place,
  list: BuiltContainer["list"],
  runsRay: boolean,
  cluster: Place,
  additions: PodAdditions,
): BuiltContainer {
  const options = fieldAt(cluster, "gcsFaultToleranceOptions");
  const redis = runsRay ? additions.redisOptions : [];
  return {
    data: place.data,
    path: place.path,
    name: ownText(place.data, "name"),
    list,
    isOperators: false,
    isCopy: false,
    runsRay,
    isSidecar: list === "initContainers" && ownText(place.data, "restartPolicy") === "Always",
    environment: [
      ...itemsAt(place, "env"),
      ...redis.map((key) => fieldAt(options, key)).filter(({ data }) => isObject(data)),
    ],
    ports: portsOf(place, runsRay ? additions.metricsPort : undefined),
    mounts: mountsOf(place, runsRay ? additions.mounts : []),
  };
}

export function addedContainer(
  added: AddedContainer,
  list: BuiltContainer["list"],
  cluster: Place,
): BuiltContainer {
  const options = added.optionsPath.reduce(fieldAt, cluster);
  const data: PlainObject = { name: added.name, ...added.fields };
  const place: Place = { data, path: options.path };
  return {
    data,
    path: options.path,
    name: added.name,
    list,
    isOperators: true,
    isCopy: added.origin === "copy",
    runsRay: false,
    isSidecar: false,
    environment: itemsAt(place, "env"),
    ports: [],
    mounts: mountsOf(place, added.mounts),
  };
}

const METRICS = "metrics";

function portsOf(container: Place, metricsPort: number | undefined): readonly BuiltPort[] {
  const ports = itemsAt(container, "ports").map(
    (place): BuiltPort => ({
      name: ownText(place.data, "name") ?? "",
      containerPort: numberAt(place, "containerPort"),
      hostPort: numberAt(place, "hostPort") ?? 0,
      protocol: ownText(place.data, "protocol") || "TCP",
      hostIp: ownText(place.data, "hostIP") ?? "",
      place,
    }),
  );
  if (metricsPort === undefined || ports.some(({ name }) => name === METRICS)) return ports;
  const added = { containerPort: metricsPort, hostPort: 0, protocol: "TCP", hostIp: "" };
  return [...ports, { ...added, name: METRICS, place: undefined }];
}

function numberAt(place: Place, key: string): number | undefined {
  const data = ownField(place.data, key);
  return typeof data === "number" ? data : undefined;
}

function mountsOf(container: Place, added: readonly AddedMount[]): readonly BuiltMount[] {
  return [
    ...itemsAt(container, "volumeMounts").map((place) => ({
      name: ownText(place.data, "name"),
      mountPath: ownText(place.data, "mountPath"),
      place,
    })),
    ...added.map((mount) => ({ ...mount, place: undefined })),
  ];
}
