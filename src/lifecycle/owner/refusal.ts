import type { ObjectReference } from "../../plan/plan.ts";
import { listAt, textAt } from "../readiness/read-unknown.ts";

/**
 * What a Warning event says of an object that KubeRay refuses, from 1.3 on; undefined where none does. Events of an earlier
 * object of the same name do not count.
 */
export function refusalAmong(
  events: readonly unknown[],
  { kind, name }: ObjectReference,
  object: unknown,
): string | undefined {
  const uid = textAt(object, "metadata", "uid");
  for (const event of events) {
    const subject =
      textAt(event, "involvedObject", "name") === undefined ? "regarding" : "involvedObject";
    const ofOther = textAt(event, subject, "uid");
    if (textAt(event, subject, "kind") !== kind || textAt(event, subject, "name") !== name)
      continue;
    if (uid !== undefined && ofOther !== undefined && uid !== ofOther) continue;
    if (!REFUSALS.test(textAt(event, "reason") ?? "")) continue;
    return textAt(event, "message") ?? textAt(event, "note") ?? "";
  }
  return undefined;
}

/** InvalidRayJobSpec and the like: ray-operator/controllers/ray/utils/constant.go, v1.3.0. */
const REFUSALS = /^Invalid(?:RayJob|RayService)/;

/** The first condition of a type. */
export function conditionAt(object: unknown, type: string): unknown {
  return listAt(object, "status", "conditions").find((entry) => textAt(entry, "type") === type);
}
