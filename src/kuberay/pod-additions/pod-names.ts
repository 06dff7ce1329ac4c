import { ownText } from "../../diagnostics/own-field.ts";
import { checkName, KEPT_CHARACTERS } from "../service-name.ts";
import type { PodAdditionsInput } from "./pod-additions-input.ts";
import type { PodRelease } from "./pod-release.ts";

const UNKNOWN = "cluster";

/**
 * What the names of a worker group's pods begin with, in lower case; undefined for the head, whose name comes of the
 * cluster's alone, and where the group's name is not known. Where the cluster's is not, any sound one stands for it, and
 * nothing is cut.
 * Source: PodName and CheckName in ray-operator/controllers/ray/utils/util.go.
 */
export function podNamePrefix(
  { role, clusterName, group }: PodAdditionsInput,
  release: PodRelease,
): string | undefined {
  const groupName = ownText(group, "groupName");
  if (role !== "worker" || groupName === undefined) return undefined;
  if (clusterName === undefined) return `${UNKNOWN}-${groupName}-worker-`.toLowerCase();
  const name =
    release.workerNames === "last-50"
      ? checkName(`${clusterName}-worker-${groupName}-`)
      : `${`${clusterName}-${groupName}`.slice(0, KEPT_CHARACTERS)}-worker-`;
  return name.toLowerCase();
}
