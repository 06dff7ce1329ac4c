/**
 * Changes that neither the CRD of their release shows nor the first release of its minor made:
 * what the table says of a field (`Type.field`, or `Type.field attribute`) -> the release whose CRD shows the change -> the
 * release that made it. Source: ray-operator/apis/ray/{v1,v1alpha1}/{raycluster,rayjob,rayservice}_types.go at the tags.
 */
export const boundaries: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.freeze(
  {
    "AutoscalerOptions.volumeMounts": { "0.5.2": "0.5.2" },
    "HeadGroupSpec.headService": { "0.5.2": "0.5.2" },
    "RayJobSpec.entrypoint required": { "1.3.2": "1.2.2" },
    "RayJobSpec.suspend": { "0.6.0": "0.5.2" },
    "RayJobStatus.observedGeneration": { "0.6.0": "0.5.0" },
    "RayServiceSpec.serveService": { "0.6.0": "0.5.2" },
    "RayServiceStatuses.observedGeneration": { "0.6.0": "0.5.0" },
    "ServeDeploymentGraphSpec.port": { "0.6.0": "0.5.2" },
  },
);
