import type { ReleaseName } from "./laws/law.ts";

/** Fields that the CRD keeps and nothing reads any more, by `Type.field`, from a release on. Source: rayservice_controller.go, v1.0.0 and v1.1.0. */
const unreadFields: ReadonlyMap<string, ReleaseName> = new Map([
  ["RayServiceSpec.serviceUnhealthySecondThreshold", "1.1"],
  ["RayServiceSpec.deploymentUnhealthySecondThreshold", "1.1"],
]);

/** The release from which on nothing reads a field; undefined of one that is read. */
export function unreadSince(typeName: string, field: string): ReleaseName | undefined {
  return unreadFields.get(`${typeName}.${field}`);
}
