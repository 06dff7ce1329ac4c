// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
import { commonTypes } from "./common.ts";
import { containerTypes } from "./container.ts";
import { podTypes } from "./pod.ts";
import { rayClusterTypes } from "./ray-cluster.ts";
import { rayJobTypes } from "./ray-job.ts";
import { rayServiceTypes } from "./ray-service.ts";
import { schedulingTypes } from "./scheduling.ts";
import { serviceTypes } from "./service.ts";
import { volumeTypes } from "./volume.ts";

/** The kinds, and the API versions and releases that serve them. */
export const kindRows = `
RayCluster @v1:1.0+,v1alpha1
RayCronJob @v1:1.6+
RayJob @v1:1.0+,v1alpha1
RayService @v1:1.0+,v1alpha1`;

/** The rows of every object type. */
export const typeRows: Readonly<Record<string, string>> = Object.freeze({
  ...commonTypes,
  ...schedulingTypes,
  ...volumeTypes,
  ...containerTypes,
  ...podTypes,
  ...serviceTypes,
  ...rayClusterTypes,
  ...rayJobTypes,
  ...rayServiceTypes,
});
