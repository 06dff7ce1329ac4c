/**
 * Resources that Ray counts by itself and refuses among the custom ones, and what a request says instead. Source: Ray's python/ray/_private/resource_spec.py.
 */
export const derivedResources: ReadonlyMap<string, string> = new Map([
  ["CPU", "ray_cpus"],
  ["GPU", "gpu_count"],
  ["memory", "memory_gb"],
  ["object_store_memory", "the start parameter object-store-memory"],
]);
