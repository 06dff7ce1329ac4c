import type { ObjectType } from "./api-type.ts";
import type { Release } from "./release.ts";
import type { TypesByName } from "./resolve-types.ts";
import type { ApiVersionName } from "./span.ts";

/** The API of one kind in one version at one release: what the API server of a cluster takes. */
export interface Api {
  readonly kind: string;
  /** `v1` of `ray.io/v1`. */
  readonly apiVersion: ApiVersionName | string;
  /** Undefined for a CRD given at run time. */
  readonly release: Release | undefined;
  readonly root: ObjectType;
  /** Any type of the table at this release, such as `PodTemplateSpec`; a CRD given at run time has none by name. */
  readonly typeNamed: TypesByName;
}
