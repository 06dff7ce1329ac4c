import { isObject } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { Quantity } from "../../quantity/parse-quantity.ts";
import { parseQuantity } from "../../quantity/parse-quantity.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt, placesAt } from "./place.ts";

/** What a manifest may write as a quantity, an integer or a text; undefined for what is none. */
export function amountOf(data: PlainData | undefined): Quantity | undefined {
  if (typeof data === "string") return parseQuantity(data);
  return typeof data === "number" && Number.isInteger(data)
    ? parseQuantity(String(data))
    : undefined;
}

/** An amount of a resource and where it stands. */
export interface Amount {
  readonly resource: string;
  readonly place: Place;
  /** Undefined for what is no amount. */
  readonly quantity: Quantity | undefined;
}

/** Every amount of a pod: of its containers, of the pod itself and its overhead. */
export function resourceAmounts(holders: readonly Place[], spec: Place): readonly Amount[] {
  const maps: (readonly [Place, string])[] = [];
  for (const holder of [...holders, spec]) {
    const resources = fieldAt(holder, "resources");
    if (isObject(resources.data)) maps.push([resources, "limits"], [resources, "requests"]);
  }
  return [...maps, [spec, "overhead"] as const].flatMap(([holder, field]) =>
    entriesAt(holder, field).map(([resource, place]) => ({
      resource,
      place,
      quantity: amountOf(place.data),
    })),
  );
}

/** The amounts that volumes ask for. */
export function volumeAmounts(spec: Place): readonly Place[] {
  // Of what a claim requests Kubernetes judges nothing but the storage: pod-volume-claim.
  return placesAt(spec, ["volumes", "*", "emptyDir", "sizeLimit"]);
}

/** A resource of Kubernetes itself; every other one is an extended resource. Source: IsNativeResource. */
export function isNative(resource: string): boolean {
  return !resource.includes("/") || resource.includes("kubernetes.io/");
}
