import type { RayServiceFields } from "../model/owner/service-fields.ts";
import type { ObjectMetadata, RayClusterSpec } from "./ray-cluster.ts";

/** The RayService objects that the compiler makes. */
export interface RayServiceManifest {
  readonly apiVersion: "ray.io/v1alpha1" | "ray.io/v1";
  readonly kind: "RayService";
  readonly metadata: ObjectMetadata;
  readonly spec: RayServiceSpec;
}

/** What a RayService serves, and the cluster that it makes for that. */
export interface RayServiceSpec extends RayServiceFields {
  readonly managedBy?: string;
  readonly rayClusterConfig: RayClusterSpec;
}
